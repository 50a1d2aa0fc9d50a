<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ReissueInvoice;
use OrderInvoicer\Domain\Actions\SyncOrder;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Reports\ConnectionView;
use OrderInvoicer\Reports\StatusView;
use OrderInvoicer\Reports\TaskView;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * Turns orders into Sellsy documents.
 */
final class Commands implements Command {

	public const NAME = 'orderinvoicer';

	/** Seconds; a cron job every few minutes never overlaps for long. */
	private const RUN = 240;

	public function __construct(
		private readonly StatusView $status,
		private readonly ConnectionView $connection,
		private readonly SettingsStore $settings,
		private readonly SyncOrder $sync_order,
		private readonly DueTaskRunner $due_task_runner,
		private readonly ReissueInvoice $reissue_invoice,
		private readonly Diagnostics $diagnostics,
		private readonly TaskView $tasks,
		private readonly ProblemText $problems,
		private readonly Output $output,
	) {}

	/**
	 * Shows how the work stands.
	 *
	 * ## OPTIONS
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
	 *     wp orderinvoicer status --format=json
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function status( array $args, array $options ): void {
		$connection = $this->connection->connection();
		if ( ( $options['format'] ?? 'table' ) === 'table' ) {
			// What a right is wanted for reads as a complaint where it is there.
			$is_wanting = static fn ( array $right ): bool => $right['state'] !== 'seen';

			$connection['rights'] = array_values( array_filter( $connection['rights'], $is_wanting ) );
		}
		$found = [
			'connection' => $connection,
			'documents'  => $this->documents(),
		];
		$this->output->show( $found + $this->status->current(), $options );
	}

	/**
	 * Makes a document of one order now, whatever trigger and start date say; never a second one.
	 *
	 * ## OPTIONS
	 *
	 * <order>
	 * : The id of the order.
	 *
	 * [--document=<kind>]
	 * : Which one.
	 * ---
	 * default: invoice
	 * options:
	 *   - estimate
	 *   - order
	 *   - delivery
	 *   - proforma
	 *   - invoice
	 * ---
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
	 *     wp orderinvoicer sync 123
	 *     wp orderinvoicer sync 123 --document=estimate
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function sync( array $args, array $options ): void {
		try {
			$task = $this->sync_order->now(
				(int) ( $args[0] ?? 0 ),
				DocumentKind::from( $options['document'] ?? 'invoice' )
			);
		} catch ( NeedsAttention $refused ) {
			$told = $this->problems->sentences( $refused->problem );
			if ( ! $refused->problem->is( ProblemCode::InvoicedElsewhere ) ) {
				\WP_CLI::error( $told );
			}
			$this->output->show( [ 'nothing_to_do' => $told ], $options );
			return;
		}
		if ( $task === null ) {
			/* translators: %s: what was given as the id of an order. */
			$says = __( 'There is no order %s. The id stands in the address of its screen: id=…', 'orderinvoicer' );
			\WP_CLI::error( sprintf( $says, $args[0] ?? '' ) );
		}
		$this->output->show( $this->tasks->view( $task ), $options );
	}

	/**
	 * Works through everything that is due, now.
	 *
	 * ## OPTIONS
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
	 *     wp orderinvoicer run
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function run( array $args, array $options ): void {
		$worked = $this->due_task_runner->run( self::RUN );
		$this->output->show( [ 'worked' => $worked ] + $this->status->current(), $options );
	}

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
	public function reissue( array $args, array $options ): void {
		$task = $this->reissue_invoice->now( (int) ( $args[0] ?? 0 ) );
		if ( $task === null ) {
			/* translators: %s: id of an order. */
			$says = __( 'Nothing was credited: order %s has no final invoice that can be.', 'orderinvoicer' );
			\WP_CLI::error( sprintf( $says, $args[0] ?? '' ) );
		}
		$this->output->show( $this->tasks->view( $task ), $options );
	}

	/**
	 * Shows what people who help may need. It holds no secrets and no personal data.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to show it.
	 * ---
	 * default: text
	 * options:
	 *   - text
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer diagnostics --format=json > diagnostics.json
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function diagnostics( array $args, array $options ): void {
		$is_json = ( $options['format'] ?? 'text' ) === 'json';
		\WP_CLI::line(
			$is_json
				? (string) wp_json_encode(
					$this->diagnostics->shared(),
					JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
				)
				: $this->diagnostics->document()['support']
		);
	}

	/** @return array<string, array{enabled: bool, trigger: string}> by kind. */
	private function documents(): array {
		$documents = [];
		foreach ( $this->settings->get()->workflows as $kind => $workflow ) {
			$documents[ $kind ] = [
				'enabled' => $workflow->enabled,
				'trigger' => $workflow->trigger->value,
			];
		}
		return $documents;
	}
}
