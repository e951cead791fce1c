mechanism_needs(dbus systemd/sd-bus.h libsystemd-dev)
