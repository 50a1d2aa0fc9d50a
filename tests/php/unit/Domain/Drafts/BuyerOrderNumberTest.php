<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Tests\Unit\World\Backup;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * The buyer's own order number takes the place of our key on the invoice. Whatever happens, the invoice is found by the
 * key where it stands then, and no second one made.
 */
final class BuyerOrderNumberTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = $this->world();
	}

	public function test_it_is_the_reference_of_the_invoice_and_our_key_stands_in_the_subject(): void {
		$this->bill();

		self::assertSame( [ 'BC-778', 'Commande 1 [SHOP-1]' ], $this->sent() );
		self::assertSame( 'SHOP-1', $this->world->row()->intent->key );
	}

	public function test_without_one_an_invoice_is_as_ever(): void {
		$this->world->buyer_numbers( 1, '' );
		$this->bill();

		self::assertSame( [ '', 'Commande 1' ], $this->sent() );
		self::assertSame( [ 'SHOP-1', '' ], $this->keys() );
	}

	/** @dataProvider like_keys */
	public function test_a_number_that_reads_like_a_key_of_this_shop_is_not_used( string $number ): void {
		$this->world->buyer_numbers( 1, $number );
		$this->bill();

		self::assertSame( [ '', 'Commande 1' ], $this->sent() );
	}

	/** @return iterable<string, array{string}> */
	public static function like_keys(): iterable {
		yield 'of another order' => [ 'SHOP-2' ];
		yield 'in small letters' => [ 'shop-2' ];
		yield 'of itself' => [ 'SHOP-1' ];
	}

	public function test_no_other_kind_carries_it(): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'enabled' => false ],
				'order'   => [
					'enabled' => true,
					'trigger' => 'confirmed',
				],
			]
		);
		$this->bill();

		self::assertSame( [ '', 'Commande 1 [SHOP-1]' ], $this->sent() );
	}

	public function test_killed_at_every_step_there_is_one_invoice(): void {
		$this->bill();
		$steps = $this->world->fate->steps;
		self::assertGreaterThan( 40, $steps );
		for ( $step = 1; $step <= $steps; $step++ ) {
			$this->world                = $this->world();
			$this->world->fate->kill_at = $step;
			try {
				$this->bill();
			} catch ( Killed ) {
				$this->world->fate->revive();
			}
			$this->world->fate->revive();
			$this->world->fire( 1 );
			$this->world->pass_time( 20 );
			$this->assert_one_invoice( "killed at step $step" );
		}
	}

	/** @dataProvider edits */
	public function test_a_lost_answer_is_found_whatever_became_of_the_number( string $before, string $after ): void {
		$this->world->buyer_numbers( 1, $before );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->bill();
		$this->world->buyer_numbers( 1, $after );

		$this->world->pass_time( 20 );

		$this->assert_one_invoice( "$before, then $after" );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function edits(): iterable {
		yield 'the same' => [ 'BC-778', 'BC-778' ];
		yield 'given afterwards' => [ '', 'BC-778' ];
		yield 'another one' => [ 'BC-778', 'BC-779' ];
		yield 'taken back' => [ 'BC-778', '' ];
		yield 'like a key' => [ 'BC-778', 'SHOP-1' ];
		yield 'with brackets' => [ 'BC [778]', 'BC [778]' ];
		yield 'ending as our key does' => [ 'BC-1', 'BC-1' ];
		yield 'like the key of another shop' => [ 'OTHER-1', 'OTHER-1' ];
	}

	/** @dataProvider edits */
	public function test_a_backup_that_was_put_back_makes_no_second_one( string $before, string $after ): void {
		$this->world->pass_time( 1 );
		$this->world->buyer_numbers( 1, $before );
		$backup = Backup::of( $this->world );
		$this->bill();
		$backup->put_back();
		$this->world->clock->advance( 3600 );
		$this->world->buyer_numbers( 1, $after );

		$this->bill();
		$this->world->pass_time( 5 );

		$this->assert_one_invoice( "$before, then $after" );
		self::assertSame( 1, $this->world->sellsy->count( 'create' ) );
	}

	public function test_a_draft_follows_the_number_and_is_found_all_the_same(): void {
		$this->world->buyer_numbers( 1, '' );
		$this->bill();

		foreach ( [ 'BC-778', 'BC-779', '' ] as $number ) {
			$this->world->buyer_numbers( 1, $number );
			$this->world->fire( 1 );
			$this->world->pass_time( 5 );
			self::assertSame( $number === '' ? [ 'SHOP-1', '' ] : [ $number, 'SHOP-1' ], $this->keys() );
			$this->assert_one_invoice( $number );
		}
	}

	public function test_two_orders_of_one_number_are_two_invoices(): void {
		$this->bill();
		$this->world->order( 2 );
		$this->world->buyer_numbers( 2, 'BC-778' );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->bill( 2 );
		$this->world->pass_time( 20 );

		self::assertCount( 2, $this->world->sellsy->documents );
		self::assertCount( 2, array_unique( $this->world->shop->urls ) );
	}

	/** @dataProvider places */
	public function test_a_key_is_read_in_either_place( string $reference, string $subject, bool $bears ): void {
		$document = new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: '',
			status: 'draft',
			key: $reference,
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
			created: '',
			subject_key: $subject
		);
		$listed   = new ListedDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: '',
			key: $reference,
			customer: null,
			subject_key: $subject
		);

		self::assertSame( $bears, $document->bears( 'SHOP-1' ) );
		self::assertSame( $bears, $listed->of_shop( 'SHOP' )?->key === 'SHOP-1' );
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function places(): iterable {
		yield 'made before anybody was asked for a number' => [ 'SHOP-1', '', true ];
		yield 'with a subject of the owner that ends in brackets' => [ 'SHOP-1', 'urgent', true ];
		yield 'with the buyer\'s number' => [ 'BC-778', 'SHOP-1', true ];
		yield 'with no number any more' => [ '', 'SHOP-1', true ];
		yield 'of another order, whose subject ends in what a shopper wrote' => [ 'SHOP-2', 'SHOP-1', false ];
		yield 'of another shop' => [ 'BC-778', 'OTHER-1', false ];
		yield 'of nobody' => [ '', '', false ];
	}

	public function test_another_shop_with_this_code_is_noticed_by_the_subject_as_well(): void {
		$this->world->clashes->documents = [
			new ListedDocument(
				kind: DocumentKind::Invoice,
				id: 900,
				number: '',
				key: 'BC-778',
				customer: null,
				subject_key: 'SHOP-5000'
			),
		];

		$this->world->look_for_clash->look();

		$unsettled = $this->world->engine->shop_code_conflicts()->unsettled();
		self::assertSame( [ 'SHOP-5000' ], array_column( $unsettled, 'key' ) );
	}

	public function test_an_order_without_a_number_has_the_mark_that_it_had_before(): void {
		$this->world->buyer_numbers( 1, '' );
		$without = OrderFingerprint::from_order( $this->world->shop->orders[1] )->text();
		$numbers = hash( 'sha256', '{"siren":"","siret":"","vat_number":""}' );
		self::assertStringContainsString( '.' . substr( $numbers, 0, 11 ) . '.', $without );
		$this->world->buyer_numbers( 1, 'BC-778' );

		self::assertNotSame( $without, OrderFingerprint::from_order( $this->world->shop->orders[1] )->text() );
	}

	private function world(): World {
		$world = new World( create_items: true );
		$world->order( 1 );
		$world->buyer_numbers( 1, 'BC-778' );
		return $world;
	}

	private function bill( int $order_id = 1 ): void {
		$this->world->fire( $order_id );
		$this->world->due->run( 20 );
	}

	/** @return array{string, string} reference and subject, as sent. */
	private function sent(): array {
		$draft = array_values( $this->world->invoicing->created )[0];
		self::assertInstanceOf( DocumentDraft::class, $draft );
		return [ $draft->order_reference, $draft->subject ];
	}

	/** @return array{string, string} of the invoice at Sellsy. */
	private function keys(): array {
		$document = array_values( $this->world->sellsy->documents )[0];
		return [ $document->key, $document->subject_key ];
	}

	private function assert_one_invoice( string $when ): void {
		self::assertCount( 1, $this->world->sellsy->documents, $when );
		self::assertSame(
			[ TaskState::Done, array_key_first( $this->world->sellsy->documents ) ],
			[ $this->world->row()->state, $this->world->row()->remote_id ],
			$when
		);
	}
}
