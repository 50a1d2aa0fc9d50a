<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\EarlierPayments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\Command;
use OrderInvoicer\Features\EarlierPayments\Rules\RecordEarlier;

/**
 * Payments of before their recording was switched on.
 */
final class EarlierPaymentsCommand implements Command {

	public const NAME = 'orderinvoicer earlier-payments';

	public function __construct(
		private readonly RecordEarlier $earlier,
		private readonly EarlierPaymentsText $texts,
	) {}

	/**
	 * Says what was paid while no payments were recorded, and has it recorded once you say so.
	 *
	 * ## OPTIONS
	 *
	 * [--leave]
	 * : Leave them as they are: they are offered no more.
	 *
	 * [--yes]
	 * : Do not ask.
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer earlier-payments
	 *     wp orderinvoicer earlier-payments --leave
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
		$seen = RecordEarlier::mark( $offered );
		if ( isset( $options['leave'] ) ) {
			$this->say( $this->earlier->leave( $seen ) ? $this->texts->left() : null );
			return;
		}
		\WP_CLI::confirm( $this->texts->question(), $options );
		$count = $this->earlier->record( $seen );
		$this->say( $count === null ? null : $this->texts->done( $count ) );
	}

	private function say( ?string $done ): void {
		$done === null ? \WP_CLI::error( $this->texts->changed() ) : \WP_CLI::success( $done );
	}
}
