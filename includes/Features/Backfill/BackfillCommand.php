<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Cli\Command;
use OrderInvoicer\Cli\Output;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\Backfill\Rules\BackfillOrders;
use OrderInvoicer\Features\Backfill\Rules\SteerBackfill;
use OrderInvoicer\Rest\Refusal;

/** Documents for old orders. */
final class BackfillCommand implements Command {

	public const NAME = 'orderinvoicer backfill';

	public function __construct(
		private readonly SteerBackfill $steer,
		private readonly OrderHistory $history,
		private readonly BackfillOrders $orders,
		private readonly BackfillView $view,
		private readonly Output $output,
	) {}

	/**
	 * Makes documents for old orders in the background; drafts, unless asked otherwise.
	 *
	 * ## OPTIONS
	 *
	 * [<action>]
	 * : What to do.
	 * ---
	 * default: start
	 * options:
	 *   - start
	 *   - status
	 *   - pause
	 *   - resume
	 *   - cancel
	 * ---
	 *
	 * [--from=<day>]
	 * : First day, such as 2025-01-01.
	 *
	 * [--to=<day>]
	 * : Last day.
	 *
	 * [--status=<statuses>]
	 * : Statuses of the orders, with commas between them.
	 * ---
	 * default: completed
	 * ---
	 *
	 * [--kind=<kinds>]
	 * : Documents, with commas between them.
	 * ---
	 * default: invoice
	 * ---
	 *
	 * [--finalise]
	 * : Drafts become final as the settings say.
	 *
	 * [--count-only]
	 * : Only say how many orders that would be.
	 *
	 * [--format=<format>]
	 * : How to show it.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer backfill --from=2025-01-01 --to=2025-12-31 --status=completed,processing --count-only
	 *     wp orderinvoicer backfill status --format=json
	 *
	 * @param list<string>               $args
	 * @param array<string, string|bool> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$format = array_filter( $options, 'is_string' );
		$action = $args[0] ?? 'start';
		$before = $this->view->current();
		match ( $action ) {
			'pause'  => $this->steer->pause(),
			'resume' => $this->steer->resume(),
			'cancel' => $this->steer->cancel(),
			'status' => null,
			default  => $this->begin( $options, $format ),
		};
		if ( in_array( $action, [ 'pause', 'resume', 'cancel' ], true ) && $this->view->current() === $before ) {
			\WP_CLI::error(
				__( 'Nothing was changed. "wp orderinvoicer backfill status" shows how it stands.', 'orderinvoicer' )
			);
		}
		if ( ! isset( $options['count-only'] ) ) {
			$this->output->show( [ 'backfill' => $this->view->current() ], $format );
		}
	}

	/**
	 * @param array<string, string|bool> $options
	 * @param array<string, string>      $texts
	 */
	private function begin( array $options, array $texts ): void {
		$named  = $this->several( $texts['kind'] ?? 'invoice' );
		$chosen = new Values(
			[
				'statuses' => $this->several( $texts['status'] ?? 'completed' ),
				'kinds'    => $named,
			] + $texts
		);
		$filter = $this->orders->filter( $chosen );
		$kinds  = $this->orders->kinds( $chosen );
		if ( $filter === null || count( $kinds ) !== count( $named ) ) {
			\WP_CLI::error(
				__( 'Nothing was started. Give days such as --from=2025-01-01 --to=2025-12-31, statuses of orders that are sold such as --status=completed, and documents such as --kind=invoice.', 'orderinvoicer' )
			);
		}
		$known   = array_map( OrderUtil::remove_status_prefix( ... ), array_keys( wc_get_order_statuses() ) );
		$strange = array_diff( $filter->statuses, $known );
		if ( $strange !== [] ) {
			/* translators: 1: order statuses that were typed, 2: those that the shop has. */
			$says = __( 'Nothing was started: this shop has no status %1$s. It has: %2$s.', 'orderinvoicer' );
			\WP_CLI::error( sprintf( $says, implode( ', ', $strange ), implode( ', ', $known ) ) );
		}
		if ( isset( $options['count-only'] ) ) {
			$this->output->show( [ 'orders' => $this->history->count( $filter ) ], $texts );
			return;
		}
		try {
			$this->steer->start( $filter, $kinds, ! isset( $options['finalise'] ) );
		} catch ( Refused $refused ) {
			\WP_CLI::error( Refusal::of( $refused )->get_error_message() );
		}
	}

	/** @return list<string> */
	private function several( string $typed ): array {
		return array_values( array_unique( array_map( 'trim', explode( ',', $typed ) ) ) );
	}
}
