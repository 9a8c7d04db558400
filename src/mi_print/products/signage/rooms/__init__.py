"""The signs of rooms: the day on the door, and a session for whoever chairs it."""
