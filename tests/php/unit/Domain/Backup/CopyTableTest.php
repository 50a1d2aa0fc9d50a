<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Backup;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Tests\Unit\World\Backup;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * The database of a shop at one moment: it stands on a copy, is pushed over the shop again, or put back as a backup.
 * Order 1 waits at that moment, and the shop invoices it afterwards; so it does with its order 2, which the database of
 * that moment lacks. On a copy a test order gets the number 2 too.
 */
final class CopyTableTest extends TestCase {

	private const ASKS = 'attention opened_elsewhere';

	private World $world;
	private Backup $kept;

	protected function setUp(): void {
		$this->world = new World( true );
		$this->world->pass_time( 1 );
		$this->placed( 1, 'first@example.com' );
		$this->kept = Backup::of( $this->world );
		$this->world->due->run( 20 );
		$this->placed( 2, 'second@example.com' );
		$this->world->due->run( 20 );
		self::assertSame( [ 'SHOP-1', 'SHOP-2' ], $this->invoices() );
	}

	/** @return iterable<string, array{int, string, list<string>}> minutes, what happens, order 1 and 2 then. */
	public static function cells(): iterable {
		foreach ( [ 2, 5, 9, 20, 60, 24 * 60 ] as $minutes ) {
			yield "a copy, $minutes minutes" => [ $minutes, 'copy', [ 'queued', 'queued' ] ];
			yield "pushed, $minutes minutes" => [ $minutes, 'push', [ self::ASKS, self::ASKS ] ];
			yield "pushed before any pass, $minutes minutes" => [ $minutes, 'unseen', [ self::ASKS, self::ASKS ] ];
			// A younger one is seen by what Sellsy got: nobody can tell it from a push, and what waits asks.
			yield "a backup, $minutes minutes" => [
				$minutes,
				'backup',
				$minutes < 9 ? [ self::ASKS, '' ] : [ 'done', '' ],
			];
		}
	}

	/** @param list<string> $rows */
	#[DataProvider( 'cells' )]
	public function test_each_order_is_invoiced_once_and_no_test_at_all(
		int $minutes,
		string $what,
		array $rows,
	): void {
		$this->world->clock->advance( 10 );
		$this->kept->put_back();
		unset( $this->world->shop->orders[2] );
		if ( $what !== 'backup' ) {
			$this->world->shop->address = 'copy.example.com';
			$this->placed( 2, 'test@example.com' );
			$what === 'unseen' || $this->world->sweep->run();
		}
		$this->world->clock->advance( 60 * $minutes );
		if ( $what !== 'copy' ) {
			$this->world->shop->address = 'shop.example.com';
		}
		$this->world->pass_time( 15 );

		self::assertSame( $rows, [ $this->state( 1 ), $this->state( 2 ) ] );
		self::assertSame( [ 'SHOP-1', 'SHOP-2' ], $this->invoices() );
		if ( $what === 'copy' ) {
			return;
		}

		$this->placed( 3, 'third@example.com' );
		$this->world->due->run( 20 );
		self::assertSame( 'done', $this->state( 3 ), 'An order of the shop itself.' );
		self::assertSame( [ 'SHOP-1', 'SHOP-2', 'SHOP-3' ], $this->invoices() );

		$this->world->retry->retry_all();
		$this->world->pass_time( 15 );
		self::assertSame( 'done', $this->state( 1 ), 'Its invoice was found.' );
		self::assertSame( [ 'SHOP-1', 'SHOP-2', 'SHOP-3' ], $this->invoices() );
	}

	/** The sale is real after all, or the shop sold again under that number. */
	public function test_an_id_that_was_used_is_invoiced_once_a_person_says_so(): void {
		$this->world->clock->advance( 10 );
		$this->kept->put_back();
		$this->world->clock->advance( 3600 );
		$this->world->pass_time( 1 );
		$this->placed( 2, 'other@example.com' );
		$this->world->pass_time( 5 );
		$asks = 'attention ' . ProblemCode::UnrecordedDocument->value;
		self::assertSame( $asks, $this->state( 2 ) );

		$this->world->retry->retry_all();
		$this->world->pass_time( 5 );
		self::assertSame( $asks, $this->state( 2 ), 'Asked one by one.' );

		// Nobody answers just then: what the person said stays said.
		foreach ( [ 'compute', 'find_by_key', 'get_document' ] as $call ) {
			$this->world->sellsy->plan( $call, FailureKind::OutcomeUnknown );
		}
		$this->world->retry->retry( $this->row( 2 )->id ?? 0 );
		$this->world->pass_time( 30 );
		self::assertSame( 'done', $this->state( 2 ) );
		self::assertSame( [ 'SHOP-1', 'SHOP-2', 'SHOP-2' ], $this->invoices() );
	}

	/** Two servers of one address: what waited when the one was copied is invoiced by the other. */
	public function test_a_second_server_asks_for_what_waits(): void {
		$this->kept->put_back();
		for ( $minute = 0; $minute < 4; $minute++ ) {
			$this->world->clock->advance( 30 );
			$this->world->engine->gaps()->awake( $this->world->clock->now() );
		}
		$this->world->due->run( 20 );

		self::assertSame( self::ASKS, $this->state( 1 ) );
		self::assertSame( 'SHOP-2', $this->row( 1 )?->problem?->fact( 'reference' ), 'The newest that nobody knows.' );
		self::assertSame( [ 'SHOP-1', 'SHOP-2' ], $this->invoices() );
	}

	/** A list that was read and not compared told nothing: what waits beside it is not made on its word. */
	public function test_a_second_server_asks_also_where_the_database_refused_to_compare(): void {
		$this->kept->put_back();
		$this->placed( 2, 'second@example.com' );
		for ( $minute = 0; $minute < 4; $minute++ ) {
			$this->world->clock->advance( 30 );
			$this->world->engine->gaps()->awake( $this->world->clock->now() );
		}
		$this->world->gaps->refuses_once = true;
		$this->world->due->run( 20 );

		self::assertSame( [ 'SHOP-1', 'SHOP-2' ], $this->invoices() );
		self::assertSame( self::ASKS, $this->state( 2 ) );
	}

	public function test_what_is_worked_at_once_asks_sellsy_nothing_more(): void {
		self::assertSame( [], $this->world->gaps->asked );
	}

	public function test_what_waited_costs_one_list(): void {
		foreach ( [ 3, 4, 5 ] as $id ) {
			$this->placed( $id, "buyer$id@example.com" );
		}
		$this->world->clock->advance( 90 );
		$this->world->due->run( 20 );

		self::assertSame( [ 'invoice' ], $this->world->gaps->asked );
		self::assertSame( 'done', $this->state( 5 ) );
	}

	/** Its row holds another by now, which a person linked: no row knows of the first any more. */
	#[DataProvider( 'forgotten' )]
	public function test_one_that_was_cancelled_is_no_sign_of_a_copy( string $status, string $state ): void {
		$first = array_values( $this->world->sellsy->documents )[0];
		$this->world->sellsy->documents[900] = new RemoteDocument(
			...[
				...get_object_vars( $first ),
				'id'     => 900,
				'key'    => 'SHOP-99',
				'status' => $status,
			]
		);
		$this->world->sellsy->billed[900]    = $this->world->sellsy->billed[ $first->id ];
		$this->placed( 3, 'third@example.com' );
		$this->world->clock->advance( 90 );
		$this->world->due->run( 20 );
		self::assertSame( $state, $this->state( 3 ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function forgotten(): iterable {
		yield 'cancelled' => [ RemoteDocument::CANCELLED, 'done' ];
		yield 'it stands' => [ 'due', self::ASKS ];
	}

	/** A person copied our document in Sellsy: its reference and customer came along. */
	public function test_a_copy_that_a_person_made_stops_nothing(): void {
		$first = array_values( $this->world->sellsy->documents )[0];
		$this->world->sellsy->documents[900] = new RemoteDocument(
			...[
				...get_object_vars( $first ),
				'id' => 900,
			]
		);
		$this->world->sellsy->billed[900]    = $this->world->sellsy->billed[ $first->id ];
		$this->placed( 3, 'third@example.com' );
		$this->world->clock->advance( 90 );
		$this->world->due->run( 20 );

		self::assertSame( 'done', $this->state( 3 ) );
	}

	public function test_a_document_that_cannot_be_read_holds_up_nothing_that_waited(): void {
		$this->world->gaps->unreadable = [ array_key_first( $this->world->sellsy->documents ) ?? 0 ];
		$this->placed( 3, 'third@example.com' );
		$this->world->clock->advance( 90 );
		$this->world->due->run( 20 );

		self::assertSame( 'done', $this->state( 3 ) );
	}

	/** @return iterable<string, array{DocumentKind}> */
	public static function kinds(): iterable {
		foreach ( DocumentKind::of_orders() as $kind ) {
			yield $kind->value => [ $kind ];
		}
	}

	/** The list of some kinds does not say for whom a document is. */
	#[DataProvider( 'kinds' )]
	public function test_our_own_document_whose_answer_was_lost_stops_nothing( DocumentKind $kind ): void {
		$this->world->change_settings(
			[
				'invoice'    => [ 'enabled' => false ],
				$kind->value => [ 'enabled' => true ],
			]
		);
		$this->placed( 3, 'third@example.com' );
		$this->world->clock->advance( 90 );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->due->run( 20 );
		$this->placed( 4, 'fourth@example.com' );
		$this->world->clock->advance( 90 );
		$this->world->pass_time( 5 );

		foreach ( [ 3, 4 ] as $id ) {
			self::assertSame( 'done', $this->state( $id, Effect::create( $kind ) ) );
		}
		self::assertSame( [ 'SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4' ], $this->invoices() );
	}

	private function placed( int $id, string $email ): void {
		$this->world->order( $id, World::buyer( 0, $email ) );
		$this->world->fire( $id );
	}

	private function row( int $order_id, Effect $effect = Effect::CreateInvoice ): ?Task {
		return $this->world->ledger->find_by_key( new TaskKey( $order_id, $effect ) );
	}

	private function state( int $order_id, Effect $effect = Effect::CreateInvoice ): string {
		$row = $this->row( $order_id, $effect );
		return trim( ( $row->state->value ?? '' ) . ' ' . ( $row->problem->code->value ?? '' ) );
	}

	/** @return list<string> their references. */
	private function invoices(): array {
		return array_values(
			array_map( static fn ( RemoteDocument $one ): string => $one->key, $this->world->sellsy->documents )
		);
	}
}
