"""Programs of other shapes than the bundled one are entered undistorted, and check."""
