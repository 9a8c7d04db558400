"""What can be made: each product, from the event and a layout to its editions."""
