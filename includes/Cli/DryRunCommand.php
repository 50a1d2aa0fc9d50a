<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Preview\DryRun;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Reports\DryRunView;
use OrderInvoicer\Wording\Problems\ProblemText;

/** What the settings would make of the latest orders. */
final class DryRunCommand implements Command {

	public const NAME = 'orderinvoicer dry-run';

	private const PAGE = 10;

	public function __construct(
		private readonly DryRun $dry_run,
		private readonly DryRunView $view,
		private readonly SettingsStore $settings,
		private readonly Account $account,
		private readonly ProblemText $problems,
		private readonly Output $output,
	) {}

	/**
	 * Shows what would be made of the latest orders, and creates nothing.
	 *
	 * ## OPTIONS
	 *
	 * [--limit=<orders>]
	 * : How many orders.
	 * ---
	 * default: 50
	 * ---
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
	 *     wp orderinvoicer dry-run --limit=50 --format=json
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		if ( ! $this->account->is_configured() ) {
			\WP_CLI::error( $this->problems->sentences( new Problem( ProblemCode::NotConnected ) ) );
		}
		$limit  = max( 1, (int) ( $options['limit'] ?? 50 ) );
		$orders = [];
		try {
			for ( $offset = 0; $offset < $limit; $offset += self::PAGE ) {
				array_push(
					$orders,
					...array_map(
						$this->view->view( ... ),
						$this->dry_run->page( $this->settings->get(), min( self::PAGE, $limit - $offset ), $offset )
					)
				);
			}
		} catch ( RemoteFailure $failure ) {
			\WP_CLI::error( $this->problems->sentences( $failure->problem() ) );
		}
		$this->output->show( $orders, $options );
	}
}
