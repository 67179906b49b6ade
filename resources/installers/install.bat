@echo off
rem Has Sidestage open sidestage:// links for who calls it; --remove takes that back.
rem The folder stays where it is: after moving it, call this again.
setlocal
chcp 65001 >nul
set "key=HKCU\Software\Classes\sidestage"
set "program=%~dp0sidestage.exe"
if /i "%~1"=="--remove" goto remove
reg add "%key%" /ve /d "URL:Sidestage" /f >nul || goto failed
reg add "%key%" /v "URL Protocol" /d "" /f >nul || goto failed
reg add "%key%\DefaultIcon" /ve /d "\"%program%\",0" /f >nul || goto failed
reg add "%key%\shell\open\command" /ve /d "\"%program%\" \"%%1\"" /f >nul || goto failed
echo Sidestage opens sidestage:// links now.
pause
exit /b 0
:remove
reg delete "%key%" /f >nul || goto failed
echo Sidestage opens sidestage:// links no more. Its folder is as it was.
pause
exit /b 0
:failed
echo Nothing was changed, or not all of it. What went wrong is said above.
pause
exit /b 1
