<?php
declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Payments\RecordEarlier;
use OrderInvoicer\Wording\EarlierPaymentsText;

/**
 * Payments of before their recording was switched on.
 */
final class EarlierPaymentsCommand {

	public function __construct(
		private readonly RecordEarlier $earlier,
		private readonly EarlierPaymentsText $texts,
	) {}

	/**
	 * Says what was paid while no payments were recorded, and has it recorded once you say so.
	 *
	 * ## OPTIONS
	 *
	 * [--yes]
	 * : Do not ask.
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer earlier-payments
	 *
	 * @param list<string>               $args
	 * @param array<string, string|true> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$offered = $this->earlier->offered();
		if ( $offered === [] ) {
			\WP_CLI::line( __( 'There is nothing to be recorded.', 'orderinvoicer' ) );
			return;
		}
		\WP_CLI::line( $this->texts->says( $offered ) );
		\WP_CLI::confirm( $this->texts->question(), $options );
		$count = $this->earlier->record( RecordEarlier::mark( $offered ) );
		$count === null
			? \WP_CLI::error( __( 'Nothing was recorded: what is offered has changed. Look again.', 'orderinvoicer' ) )
			: \WP_CLI::success( $this->texts->done( $count ) );
	}
}
