"""Schedules as programs for conferences export them."""
