"""The call-for-papers flyer: its blocks, how they are arranged, and what gives way."""
