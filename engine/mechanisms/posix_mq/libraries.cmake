mechanism_bpf(posix_mq ${folder}/look.bpf.c)
