mechanism_needs(zeromq zmq.h libzmq3-dev)
