"""Document → Journey: what a file of keys and values tells about one young person's pathway."""

from reise.journey.collection import parse_collection
from reise.journey.model import Collection, Event, Journey
from reise.journey.parser import journey_id, parse

__all__ = ["Collection", "Event", "Journey", "journey_id", "parse", "parse_collection"]
