"""Fetches the video into a file through ffmpeg."""
