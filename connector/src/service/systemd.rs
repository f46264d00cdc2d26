//! A unit of systemd that may do next to nothing: read its configuration, keep its state, reach the
//! directory and the edge. It runs as a user of its own that exists only while it runs; systemd
//! hands it copies of files that only root can read. The copies are made when it starts, so each run
//! is a start: a token that was replaced is read by the next one.

use super::{Action, absolute, call, must_be_configured};
use crate::{cli::Arguments, config::Loaded};
use std::{fmt::Write, fs, path::Path};

const NAME: &str = "bailiwick-connector";
const UNIT: &str = "/etc/systemd/system/bailiwick-connector.service";

/// Installs, removes, starts or stops the service.
pub fn act(action: Action, arguments: &Arguments) -> Result<(), String> {
    match action {
        Action::Install { every } => {
            let loaded = must_be_configured(arguments)?;
            let program = std::env::current_exe().map_err(|error| error.to_string())?;
            let unit = unit(&absolute(&program)?, &absolute(&arguments.config)?, &loaded, every)?;
            fs::write(UNIT, unit).map_err(|error| format!("{UNIT}: {error}; are you root?"))?;
            call("systemctl", &["daemon-reload"])?;
            call("systemctl", &["enable", "--now", NAME])
        }
        Action::Uninstall => {
            call("systemctl", &["disable", "--now", NAME])?;
            fs::remove_file(UNIT).map_err(|error| format!("{UNIT}: {error}"))?;
            call("systemctl", &["daemon-reload"])
        }
        Action::Start => call("systemctl", &["start", NAME]),
        Action::Stop => call("systemctl", &["stop", NAME]),
    }
}

/// The unit's text.
fn unit(program: &str, config: &str, loaded: &Loaded, every: u64) -> Result<String, String> {
    let folder = Path::new(config).parent().unwrap_or(Path::new("/"));
    let (bailiwick, directory) = (&loaded.config.bailiwick, &loaded.config.directory);
    let mut credentials = format!("LoadCredential=config.toml:{}\n", escaped(config)?);
    for file in [Some(&bailiwick.token_file), Some(&directory.password_file), directory.ca_file.as_ref()] {
        let Some(file) = file else { continue };
        // In the service's own folder files stand side by side, as they do beside the configuration.
        if file.components().count() != 1 {
            return Err(format!("{}: for the service, move it beside the configuration", file.display()));
        }
        let name = file.to_string_lossy();
        let path = absolute(&folder.join(file))?;
        let _written = writeln!(credentials, "LoadCredential={}:{}", escaped(&name)?, escaped(&path)?);
    }
    Ok(format!(
        "[Unit]\n\
         Description=Keeps users of Bailiwick up to date from a directory\n\
         Wants=network-online.target\n\
         After=network-online.target\n\
         \n\
         [Service]\n\
         ExecStart={program} --config %d/config.toml run\n\
         SuccessExitStatus=1 3\n\
         Restart=always\n\
         RestartSec={every}min\n\
         DynamicUser=yes\n\
         StateDirectory={NAME}\n\
         StateDirectoryMode=0700\n\
         UMask=0077\n\
         {credentials}\
         CapabilityBoundingSet=\n\
         LockPersonality=yes\n\
         MemoryDenyWriteExecute=yes\n\
         NoNewPrivileges=yes\n\
         PrivateDevices=yes\n\
         PrivateTmp=yes\n\
         ProtectClock=yes\n\
         ProtectControlGroups=yes\n\
         ProtectHome=yes\n\
         ProtectHostname=yes\n\
         ProtectKernelLogs=yes\n\
         ProtectKernelModules=yes\n\
         ProtectKernelTunables=yes\n\
         ProtectProc=invisible\n\
         ProtectSystem=strict\n\
         RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX\n\
         RestrictNamespaces=yes\n\
         RestrictRealtime=yes\n\
         RestrictSUIDSGID=yes\n\
         SystemCallArchitectures=native\n\
         SystemCallFilter=@system-service\n\
         SystemCallFilter=~@privileged @resources\n\
         \n\
         [Install]\n\
         WantedBy=multi-user.target\n",
        program = escaped(program)?,
    ))
}

/// A path as a unit takes it (`systemd.unit`, specifiers); one with blanks or quotes is refused.
fn escaped(path: &str) -> Result<String, String> {
    if path.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'\\:;".contains(c)) {
        return Err(format!("{path}: for the service, choose a path without blanks, quotes and colons"));
    }
    Ok(path.replace('%', "%%"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::loaded;

    #[test]
    fn the_unit_hands_over_every_file_and_nothing_else() {
        let mut loaded = loaded();
        let text = unit("/usr/local/bin/bailiwick-connector", "/etc/x/config.toml", &loaded, 15).unwrap();
        let given: Vec<&str> = text.lines().filter(|line| line.starts_with("LoadCredential=")).collect();
        assert_eq!(
            given,
            [
                "LoadCredential=config.toml:/etc/x/config.toml",
                "LoadCredential=token:/etc/x/token",
                "LoadCredential=password:/etc/x/password"
            ]
        );
        // What a service is handed is copied when it starts: it starts anew for each run.
        assert!(text.contains("ExecStart=/usr/local/bin/bailiwick-connector --config %d/config.toml run\n"));
        assert!(text.contains("Restart=always\nRestartSec=15min\n"));
        assert!(!text.contains(&loaded.token) && !text.contains(&loaded.password));
        loaded.config.bailiwick.token_file = "/run/token".into();
        assert!(unit("/a", "/b/config.toml", &loaded, 15).is_err());
    }

    #[test]
    fn a_path_is_never_two_words_of_a_unit() {
        assert_eq!(escaped("/opt/50%/x").as_deref(), Ok("/opt/50%%/x"));
        for path in ["/opt/a b", "/opt/a\nExecStartPre=/bin/sh", "/opt/\"a\"", "/opt/a:b"] {
            assert!(escaped(path).is_err(), "{path}");
        }
    }
}
