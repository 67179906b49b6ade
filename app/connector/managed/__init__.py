"""Ways in that decode elsewhere: sockets of JSON, in the cloud or on this machine.

Sources of the shapes: protocol.md b.7, b.8, g.11; the public documents are named where each shape is read.
"""
