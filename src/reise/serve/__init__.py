"""The local page: journeys as text and map side by side, on this machine and for its user alone.

Folder (files, versions) → Studio (text → map, problems), Press (print, comparison) → pages → Gate → browser
"""
