"""Each kind of chart as SVG."""
