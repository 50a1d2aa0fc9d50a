<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Cli\Command;
use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Health\HealthReport;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * Tries on your own Sellsy account what the plugin assumes of Sellsy.
 */
final class DoctorCommand implements Command {

	public const NAME = 'orderinvoicer doctor';

	/** After so many seconds a background that does not move may have broken off. */
	private const STILL = 60;

	/** Seconds for which another process had its turn. */
	private int $elsewhere = 0;

	private string $said = '';

	public function __construct(
		private readonly Doctor $doctor,
		private readonly DoctorRunner $runner,
		private readonly DoctorReport $report,
		private readonly DoctorText $text,
		private readonly DraftLinks $links,
		private readonly HealthReport $health,
		private readonly Account $account,
		private readonly ProblemText $problems,
	) {}

	/**
	 * Tries on your own Sellsy account what the plugin assumes of Sellsy, and says what it saw.
	 *
	 * It reads, has baskets computed, and makes a few objects named "Order Invoicer doctor" that it deletes again:
	 * nothing stays, unless you ask for drafts. What was seen before is not asked again. What --format=json prints may
	 * be posted in public; the text also leads to what is left in Sellsy, and names orders.
	 *
	 * What is wrong with the shop itself follows; it changes no exit status.
	 *
	 * Exit status: 0 as expected, 2 something is otherwise or a right is missing for which orders wait, 1 could not
	 * look.
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
	 * [--again]
	 * : Ask everything again.
	 *
	 * [--drafts]
	 * : Also make four drafts that stay in Sellsy until you delete them: an invoice, a credit note, an estimate and an
	 *   order of 1.00 without VAT, named "Order Invoicer doctor - please delete", for a client of that name. The next
	 *   run with this option uses the same ones. A number that Sellsy gives to a draft is used up.
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer doctor
	 *     wp orderinvoicer doctor --drafts
	 *     wp orderinvoicer doctor --format=json > doctor.json
	 *
	 * @param list<string>               $args
	 * @param array<string, string|true> $options
	 */
	public function __invoke( array $args, array $options ): void {
		if ( ! $this->account->is_configured() ) {
			\WP_CLI::error( $this->problems->sentences( new Problem( ProblemCode::NotConnected ) ) );
		}
		$is_json = ( $options['format'] ?? 'text' ) === 'json';
		if ( function_exists( 'pcntl_signal' ) ) { // In the middle of a step Ctrl-C would keep its turn for minutes.
			pcntl_signal( SIGINT, fn () => \WP_CLI::error( $this->text->stopped( '' ) ) );
		}
		try {
			$this->doctor->begin( isset( $options['again'] ), isset( $options['drafts'] ) );
			$is_left = $this->runner->wait_for_it( fn ( Progress $progress ) => $this->show( $progress, $is_json ) );
			$record  = $this->doctor->record();
		} catch ( RemoteFailure $failure ) {
			\WP_CLI::error( $this->problems->sentences( $failure->problem() ) );
		} catch ( LeaseLost ) {
			\WP_CLI::error( __( 'Another process is at it. Run it again in a minute.', 'orderinvoicer' ) );
		}
		$flags = JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;
		\WP_CLI::line(
			$is_json
				? (string) wp_json_encode( $this->report->data( $record ) + [ 'shop' => $this->shop_data() ], $flags )
				: $this->report->text( $record )
		);
		if ( $is_left && ! $is_json ) {
			\WP_CLI::line( $this->text->left_to_background() );
		}
		foreach ( $is_json ? [] : $this->links->of( $record ) as [ 'name' => $name, 'url' => $url ] ) {
			\WP_CLI::line( rtrim( "    $name $url" ) );
		}
		foreach ( $is_json ? [] : $this->shop_lines() as $line ) {
			\WP_CLI::line( $line );
		}
		\WP_CLI::halt( $this->report->exit_code( $record ) );
	}

	/** Between two steps. The same is said once. */
	private function show( Progress $progress, bool $is_json ): void {
		if ( function_exists( 'pcntl_signal_dispatch' ) ) {
			pcntl_signal_dispatch();
		}
		$this->elsewhere = $progress->why === 'other' ? $this->elsewhere + $progress->seconds : 0;
		$says            = match ( true ) {
			$this->elsewhere > self::STILL => $this->text->stands_still(),
			$progress->state === Progress::WAITS => $this->text->waits( $progress->why, $progress->seconds ),
			default => "$progress->done / $progress->all",
		};
		if ( ! $is_json && $says !== $this->said ) {
			$this->said = $says;
			\WP_CLI::line( $says );
		}
	}

	/** @return array<string, string> degrees by the name of the check: fit to be posted. */
	private function shop_data(): array {
		return array_column( $this->health->all(), 'status', 'name' );
	}

	/** @return list<string> what is not in order, each with its cause and what to do. */
	private function shop_lines(): array {
		$words = [
			'critical'    => __( 'To mend', 'orderinvoicer' ),
			'recommended' => __( 'Could be better', 'orderinvoicer' ),
		];
		$lines = [];
		foreach ( array_map( $this->health->verdict( ... ), $this->health->checks() ) as $verdict ) {
			if ( $verdict->status !== 'good' ) {
				$word    = $words[ $verdict->status ] ?? __( 'Not known', 'orderinvoicer' );
				$lines[] = "[$word] $verdict->title";
				$lines[] = rtrim( "    {$verdict->sentences()}" );
			}
		}
		return $lines;
	}
}
