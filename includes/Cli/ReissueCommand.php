<?php
declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Reports\TaskView;

/** For an order that was edited after its invoice became final, or whose credited refund was deleted. */
final class ReissueCommand implements Command {

	public const NAME = 'orderinvoicer reissue';

	public function __construct(
		private readonly ReissueInvoice $reissue,
		private readonly TaskView $tasks,
		private readonly Output $output,
	) {}

	/**
	 * Credits what is left of the order's final invoice, then invoices the order anew as it is now. Where that is for
	 * another customer, the payment that this shop recorded goes over to it.
	 *
	 * ## OPTIONS
	 *
	 * <order>
	 * : Id of the order.
	 *
	 * [--format=<format>]
	 * : How to show the result.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer reissue 123
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$task = $this->reissue->now( (int) ( $args[0] ?? 0 ) );
		if ( $task === null ) {
			\WP_CLI::error( __( 'The order has no final invoice.', 'orderinvoicer' ) );
		}
		$this->output->show( $this->tasks->view( $task ), $options );
	}
}
