<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\AccessRights;
use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\DoctorReport;
use OrderInvoicer\Features\Doctor\DoctorText;
use OrderInvoicer\Features\Doctor\DraftLinks;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\OptionObservations;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Progress;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Screens;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\SellsyPages;

/** A doctor beside the sandbox, and what both hold. */
abstract class DoctorTestCase extends IntegrationTestCase {

	private const MOST_STEPS = 200;

	protected Sandbox $sandbox;
	protected MovingClock $clock;

	protected function setUp(): void {
		parent::setUp();
		$this->sandbox = $this->allow_sandbox();
		$this->clock   = new MovingClock();
		( new SandboxShop( $this->sandbox ) )->connect();
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );
	}

	protected function doctor(): Doctor {
		global $wpdb;
		$adapters = new Adapters( $wpdb, $this->clock );
		$screens  = new Screens( $adapters, static fn (): Engine => new Engine( new Answers( $adapters ) ) );
		return $screens->doctor();
	}

	protected function pass( int $seconds ): void {
		$this->clock->waited += $seconds;
		$this->sandbox->call( 'POST', '/_sandbox/clock', [ 'advance' => $seconds ] );
	}

	/** False: it died with this answer of Sellsy. */
	protected function is_survived( int $at, bool $drafts = false ): bool {
		$count = 0;
		$die   = static function ( mixed $answer, mixed $context, mixed $class, mixed $request, string $url ) use (
			&$count,
			$at
		): void {
			if ( preg_match( '~/v[12]/~', $url ) === 1 && ++$count === $at ) {
				throw new \Error( 'killed' );
			}
		};
		add_action( 'http_api_debug', $die, PHP_INT_MAX, 5 );
		try {
			$this->examine( drafts: $drafts );
			return true;
		} catch ( \Error $killed ) {
			self::assertSame( 'killed', $killed->getMessage() );
			return false;
		} finally {
			remove_action( 'http_api_debug', $die, PHP_INT_MAX );
		}
	}

	protected function forget(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE 'orderinvoicer\\_doctor\\_%'" );
	}

	protected function kept(): string {
		global $wpdb;
		return (string) $wpdb->get_var(
			"SELECT option_value FROM $wpdb->options WHERE option_name LIKE 'orderinvoicer\\_doctor\\_%'"
		);
	}

	protected function report(): DoctorReport {
		global $wpdb;
		$adapters = new Adapters( $wpdb );
		$rights = new AccessRights( $adapters->needed_rights(), $adapters->seen_rights(), $adapters->seen_person() );
		return new DoctorReport( new DoctorText(), $rights, 'test' );
	}

	protected function examine( bool $again = false, bool $drafts = false ): Record {
		$doctor = $this->doctor();
		$doctor->begin( $again, $drafts );
		$this->finish( $doctor );
		return $doctor->record();
	}

	/** Until it is over or stops. What is waited for passes at once. */
	protected function finish( Doctor $doctor ): Progress {
		$steps = 0;
		do {
			$progress = $doctor->step();
			self::assertLessThan( self::MOST_STEPS, ++$steps, "It never ends: $progress->why." );
			if ( $progress->state === Progress::WAITS ) {
				$this->pass( $progress->seconds );
				usleep( $progress->why === 'second' ? 1_000_000 : 0 ); // What is left of it goes by the real time.
			}
		} while ( in_array( $progress->state, [ Progress::WAITS, Progress::GOES_ON ], true ) );
		return $progress;
	}

	protected function deny( string ...$operations ): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => $operations ] );
	}

	/** @return list<array{name: string, url: string}> what the page leads to. */
	protected function left( Record $record ): array {
		global $wpdb;
		$links = new DraftLinks(
			new DocumentNames(),
			( new Adapters( $wpdb ) )->document_page(),
			new SellsyPages( 'https://sellsy.example' )
		);
		return $links->of( $record );
	}

	/**
	 * Without what only real documents show.
	 *
	 * @return list<string>
	 */
	protected function named( Record $record, State $state ): array {
		$is_it = static fn ( Finding $one ): bool =>
			$one->state === $state && $one->seen !== OptionObservations::FIRST_REAL;
		$names = array_keys( array_filter( $record->findings, $is_it ) );
		sort( $names );
		return $names;
	}

	/** @return array<string, list<int>> ids of all that a doctor could make. */
	protected function objects(): array {
		$state = $this->sandbox->state();
		$ids   = [];
		foreach ( [ 'companies', 'individuals', 'contacts', 'items', 'webhooks' ] as $kind ) {
			$ids[ $kind ] = array_column( (array) $state[ $kind ], 'id' );
		}
		return $ids;
	}

	/** @return list<array<string, mixed>> of the API. */
	protected function calls(): array {
		return array_values(
			array_filter(
				$this->sandbox->call( 'GET', '/_sandbox/calls' ),
				static fn ( array $call ): bool => in_array( $call['host'], [ 'api', 'v1' ], true )
			)
		);
	}

	/** Two of everything that is looked at in lists. */
	protected function sell(): void {
		$customer = $this->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'      => 'client',
				'last_name' => 'Acheteuse',
			]
		);
		foreach ( [ 1, 2 ] as $each ) {
			foreach ( [ 'invoices', 'deliveries' ] as $kind ) {
				$document = $this->sandbox->call(
					'POST',
					"/_sandbox/records/$kind",
					[
						'related' => [
							[
								'type' => 'individual',
								'id'   => $customer['id'],
							],
						],
						'rows'    => [
							[
								'type'        => 'single',
								'quantity'    => '1',
								'unit_amount' => '10.00',
								'tax_id'      => 1,
							],
						],
					]
				);
				if ( $kind === 'invoices' ) {
					$this->sandbox->call( 'POST', "/_sandbox/invoices/{$document['id']}/validate", [] );
				}
			}
			$this->sandbox->call(
				'POST',
				"/_sandbox/records/individuals/{$customer['id']}/payments",
				[
					'type'              => 'credit',
					'payment_method_id' => 1,
					'amount'            => [
						'value'    => '12.00',
						'currency' => 'EUR',
					],
					'paid_at'           => "2026-01-0{$each}T10:00:00+01:00",
				]
			);
		}
	}
}
