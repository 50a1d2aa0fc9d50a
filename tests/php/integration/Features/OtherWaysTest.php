<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/**
 * A paid order in an account in which one fact is otherwise, seen by the doctor, while answers are lost: what stands at
 * Sellsy is right and stands once, or a person is asked.
 */
#[Group( 'real-woocommerce' )]
#[Group( 'faults' )]
final class OtherWaysTest extends IntegrationTestCase {

	/** Each try that may come by itself. */
	private const PASSES = 10;

	private const LOST = [
		'/individuals/{individualId}/addresses',
		'/invoices',
		'/individuals/{id}/payments',
		'v1:Document.create',
	];

	private const MADE     = '500-after';
	private const NOT_MADE = '500-before';

	/** Where a person is asked, because no search tells whether what was sent was made. */
	private const ASKS = [
		'search-lag'           => [ self::NOT_MADE ],
		'lost-document'        => [ self::NOT_MADE ],
		'newest-first'         => [ self::NOT_MADE ],
		'draft-keeps-fields'   => [ self::MADE, self::NOT_MADE ],
		'payment-by-note'      => [ self::MADE, self::NOT_MADE ],
		'payments-of-customer' => [ self::MADE, self::NOT_MADE ],
		'v1-list'              => [ self::MADE, self::NOT_MADE ],
		// No sum can be compared, and nothing is made.
		'amounts-are-strings'  => [ self::MADE, self::NOT_MADE ],
	];

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings( [ 'delivery' => $this->shop->like_invoice( 'confirmed' ) ] );
	}

	/** @return iterable<string, array{string, array<string, mixed>, string}> */
	public static function turned(): iterable {
		$file = dirname( __DIR__, 4 ) . '/includes/Features/Doctor/assumptions.json';
		foreach ( (array) json_decode( (string) file_get_contents( $file ), true ) as $name => $row ) {
			if ( isset( $row['sandbox'] ) && in_array( $row['tried'], [ 'objects', 'drafts' ], true ) ) {
				$options = [ $row['sandbox']['option'] => $row['sandbox']['otherwise'] ];
				yield "$name, made" => [ (string) $name, $options, self::MADE ];
				yield "$name, not made" => [ (string) $name, $options, self::NOT_MADE ];
			}
		}
	}

	/**
	 * @dataProvider turned
	 * @param array<string, mixed> $options
	 */
	public function test_what_stands_is_right_and_stands_once( string $name, array $options, string $mode ): void {
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', $options );
		$this->was_seen( $name );
		foreach ( self::LOST as $path ) {
			$this->shop->sandbox->fault(
				[
					'mode'   => $mode,
					'method' => 'POST',
					'path'   => $path,
					'times'  => 1,
				]
			);
		}
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->payment_complete( 'tx-1' );
		$this->shop->work( $order );
		for ( $pass = 0; $pass < self::PASSES; ++$pass ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}

		$state = $this->shop->sandbox->state();
		$asked = $this->shop->stopped( $order ) !== [];
		foreach ( [ 'invoices', 'deliveries', 'payments', 'individuals' ] as $kind ) {
			self::assertLessThanOrEqual( 1, count( $state[ $kind ] ), $kind );
			self::assertTrue( $asked || count( $state[ $kind ] ) === 1, $kind );
		}
		foreach ( [ ...$state['invoices'], ...$state['deliveries'] ] as $document ) {
			self::assertSame( (float) $order->get_total(), (float) $document['amounts']['total_incl_tax'] );
		}
		self::assertTrue( $asked || $state['invoices'][0]['status'] === 'paid' );
		self::assertSame( in_array( $mode, self::ASKS[ $name ] ?? [], true ), $asked );
	}

	private function was_seen( string $name ): void {
		$found   = new Finding(
			assumption: $name,
			state: State::Otherwise,
			seen: 'otherwise',
			at: new \DateTimeImmutable(),
			version: '1.0.0',
			revision: 1
		);
		$records = ( new Adapters( $GLOBALS['wpdb'] ) )->account_findings();
		$records->read();
		self::assertTrue( $records->keep( Record::none()->found( $found ) ) );
	}
}
