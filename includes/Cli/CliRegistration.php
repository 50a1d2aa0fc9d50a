<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Rest\Refusal;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** Registers `wp orderinvoicer` when WP-CLI runs. */
final class CliRegistration {

	public const ALL_OF = [ 'commands' => Command::class ];

	/** @param list<Command> $commands */
	public function __construct( private readonly array $commands ) {}

	public function register(): void {
		if ( defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true ) {
			$options = [ 'before_invoke' => self::explain_the_database( ... ) ];
			foreach ( $this->commands as $command ) {
				\WP_CLI::add_command( $command::NAME, $command, $options );
			}
		}
	}

	/** What the database refused would end in WordPress's "critical error" and say nothing. */
	public static function explain_the_database(): void {
		set_exception_handler(
			static function ( \Throwable $error ): never {
				if ( $error instanceof DatabaseRefused ) {
					\WP_CLI::error(
						Refusal::database()->get_error_message() . ' '
							. __( 'Tools, Site Health says which table is missing.', 'orderinvoicer' )
					);
				}
				throw $error;
			}
		);
	}
}
