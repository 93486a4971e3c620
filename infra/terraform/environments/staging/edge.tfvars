other_hosts = []
