//! A service of Windows. It runs as `LocalSystem`'s lesser brother `LocalService`; `setup` lets that
//! account read the configuration and nobody else but administrators.

use super::{Action, absolute, must_be_configured};
use crate::cli::Arguments;
use std::{
    ffi::{OsStr, OsString},
    sync::mpsc,
    time::Duration,
};
use windows_service::{
    service::{
        ServiceAccess, ServiceControl, ServiceControlAccept, ServiceErrorControl, ServiceExitCode, ServiceInfo,
        ServiceStartType, ServiceState, ServiceStatus, ServiceType,
    },
    service_control_handler::{self, ServiceControlHandlerResult},
    service_dispatcher,
    service_manager::{ServiceManager, ServiceManagerAccess},
};

const NAME: &str = "BailiwickConnector";
/// An account that may do little on its computer, and has no password.
const ACCOUNT: &str = r"NT AUTHORITY\LocalService";

/// Installs, removes, starts or stops the service.
pub fn act(action: Action, arguments: &Arguments) -> Result<(), String> {
    let said = |error: windows_service::Error| format!("{error}; are you an administrator?");
    let access = ServiceManagerAccess::CONNECT | ServiceManagerAccess::CREATE_SERVICE;
    let manager = ServiceManager::local_computer(None::<&str>, access).map_err(said)?;
    let open = |access| manager.open_service(NAME, access).map_err(said);
    match action {
        Action::Install { every } => {
            must_be_configured(arguments)?;
            let service = manager.create_service(&info(arguments, every)?, ServiceAccess::START).map_err(said)?;
            service.start::<&OsStr>(&[]).map_err(said)
        }
        Action::Uninstall => {
            let service = open(ServiceAccess::STOP | ServiceAccess::DELETE)?;
            // It may be stopped already.
            let _stopped = service.stop();
            service.delete().map_err(said)
        }
        Action::Start => open(ServiceAccess::START)?.start::<&OsStr>(&[]).map_err(said),
        Action::Stop => open(ServiceAccess::STOP)?.stop().map(drop).map_err(said),
    }
}

fn info(arguments: &Arguments, every: u64) -> Result<ServiceInfo, String> {
    let words = ["--config", &absolute(&arguments.config)?, "--data", &absolute(&arguments.data)?];
    let run = ["run", "--every", &every.to_string(), "--as-service"];
    Ok(ServiceInfo {
        name: NAME.into(),
        display_name: "Bailiwick Connector".into(),
        service_type: ServiceType::OWN_PROCESS,
        start_type: ServiceStartType::AutoStart,
        error_control: ServiceErrorControl::Normal,
        executable_path: std::env::current_exe().map_err(|error| error.to_string())?,
        launch_arguments: words.into_iter().chain(run).map(OsString::from).collect(),
        dependencies: Vec::new(),
        account_name: Some(ACCOUNT.into()),
        account_password: None,
    })
}

windows_service::define_windows_service!(ffi_main, service_main);

/// Runs under the service manager, until it asks to stop.
pub fn serve() -> Result<(), String> {
    service_dispatcher::start(NAME, ffi_main).map_err(|error| error.to_string())
}

fn service_main(_: Vec<OsString>) {
    let (stop, stopped) = mpsc::channel();
    let handler = move |control| match control {
        ServiceControl::Stop | ServiceControl::Shutdown => {
            // Nobody listens any more if it has stopped already.
            let _sent = stop.send(());
            ServiceControlHandlerResult::NoError
        }
        ServiceControl::Interrogate => ServiceControlHandlerResult::NoError,
        _ => ServiceControlHandlerResult::NotImplemented,
    };
    let Ok(status) = service_control_handler::register(NAME, handler) else {
        return;
    };
    // What the manager does not hear of, it asks about.
    let _told = status.set_service_status(state(ServiceState::Running));
    crate::cli::serve(&mut |pause: Duration| stopped.recv_timeout(pause).is_err());
    let _told = status.set_service_status(state(ServiceState::Stopped));
}

fn state(current_state: ServiceState) -> ServiceStatus {
    ServiceStatus {
        service_type: ServiceType::OWN_PROCESS,
        current_state,
        controls_accepted: ServiceControlAccept::STOP | ServiceControlAccept::SHUTDOWN,
        exit_code: ServiceExitCode::Win32(0),
        checkpoint: 0,
        wait_hint: Duration::default(),
        process_id: None,
    }
}
