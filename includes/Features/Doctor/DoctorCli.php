<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\CliRegistration;

/** Registers `wp orderinvoicer doctor` when WP-CLI runs. */
final class DoctorCli {

	public function __construct( private readonly DoctorCommand $command ) {}

	public function register(): void {
		if ( defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true ) {
			\WP_CLI::add_command(
				'orderinvoicer doctor',
				$this->command,
				[ 'before_invoke' => CliRegistration::explain_the_database( ... ) ]
			);
		}
	}
}
