"""What is asked for, on the command line and in `data/print.yaml`."""
