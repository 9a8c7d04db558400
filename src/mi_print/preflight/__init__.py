"""Preflight: any PDF is read from its bytes alone and held to the rules of a print shop."""
