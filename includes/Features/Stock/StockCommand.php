<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\Command;
use OrderInvoicer\Cli\Output;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Stock\Rules\SteerStock;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * Compares the stock of the shop with that of Sellsy.
 */
final class StockCommand implements Command {

	public const NAME = 'orderinvoicer stock';

	public function __construct(
		private readonly SteerStock $steer,
		private readonly StockView $view,
		private readonly ProblemText $problems,
		private readonly Output $output,
	) {}

	/**
	 * Shows how the stock of the shop and that of Sellsy stand. Changes nothing.
	 *
	 * ## OPTIONS
	 *
	 * [--compare]
	 * : Begin a new comparison. It is made a few products at a time, by the passes that follow.
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
	 *     wp orderinvoicer stock --compare
	 *     wp orderinvoicer stock --format=json
	 *
	 * @param list<string>               $args
	 * @param array<string, string|true> $options
	 */
	public function __invoke( array $args, array $options ): void {
		try {
			if ( isset( $options['compare'] ) && ! $this->steer->compare() ) {
				\WP_CLI::error(
					__(
						'Nothing can be compared now: check warehouse and connection, and whether work is paused.',
						'orderinvoicer'
					)
				);
			}
			$this->output->show( $this->view->view(), [ 'format' => (string) ( $options['format'] ?? 'table' ) ] );
		} catch ( RemoteFailure $failure ) {
			\WP_CLI::error( $this->problems->sentences( $failure->problem() ) );
		}
	}
}
