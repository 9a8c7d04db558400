"""A small workshop without a fault, for tests that add to it or break it."""

import yaml

YAML = """\
name: Small Workshop
host: {name: Big Conference, place: Here}
date: 2025-12-07
timezone: Europe/Paris
venue: {name: Hall, room: Room 1}
contact: {email: us@example.org}
about: [It is small.]
"""
"""What stands in `workshop.yaml`."""

WORKSHOP: dict[str, object] = {**yaml.safe_load(YAML), "date": "2025-12-07"}
"""The same as values that JSON has too."""
