"""The anonymity guard: what in a journey may point at a person."""
