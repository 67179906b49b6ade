"""The full parse: classes that betterproto2 makes of proto/, which the reader is compared with."""
