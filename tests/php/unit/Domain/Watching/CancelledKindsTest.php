<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Watching;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;

/** Each kind of document that somebody cancelled, and each thing that a person may do about it. */
final class CancelledKindsTest extends CreditedOrderTestCase {

	private const ACTS = [ 'retry', 'leave_out', 'done_by_hand' ];

	private const SWITCHED_ON = [
		'enabled' => true,
		'trigger' => 'confirmed',
	];

	protected function setUp(): void {
		parent::setUp();
		$this->world->seen->is_on = true;
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
	}

	/** @return iterable<string, array{DocumentKind, string}> */
	public static function kinds_and_acts(): iterable {
		foreach ( DocumentKind::cases() as $kind ) {
			foreach ( [ ...self::ACTS, 'link', 'deleted, retry', 'reopened' ] as $act ) {
				yield "$kind->value, $act" => [ $kind, $act ];
			}
		}
	}

	#[DataProvider( 'kinds_and_acts' )]
	public function test_a_person_says_what_becomes_of_it( DocumentKind $kind, string $act ): void {
		$row = $this->made( $kind );
		$id  = $row->remote_id;
		$this->cancelled( $id );
		if ( $act === 'deleted, retry' ) {
			unset( $this->world->sellsy->documents[ $id ] );
		}
		$this->look( $kind, $id );

		$asked = $this->world->row( $row->id );
		self::assertSame( TaskState::Attention, $asked->state );
		self::assertFalse( $asked->has_document() );
		self::assertSame( self::ACTS, Row::acts( $asked ) );
		$calls = $this->world->sellsy->calls;
		$this->world->fire( 1 );
		$this->passes( 3 );
		$since = array_slice( $this->world->sellsy->calls, count( $calls ) );
		self::assertSame( [], preg_grep( '/create|link|send|set_state/', $since ) );

		match ( $act ) {
			'retry', 'deleted, retry' => $this->again( $row ),
			'leave_out'    => self::assertTrue( $this->world->by_hand->leave_out( $row->id ) ),
			'done_by_hand' => self::assertTrue( $this->world->by_hand->mark( $row->id ) ),
			'link'         => $this->link( $kind, $id ),
			'reopened'     => $this->reopen( $kind, $row ),
			default        => self::fail(),
		};
		$this->passes( 3 );
		$this->world->fire( 1 );
		$this->passes( 3 );

		$made = match ( $act ) {
			'retry'          => [ 'cancelled', 'stands' ],
			'deleted, retry' => [ 'stands' ],
			'link'           => [ 'cancelled', 'stands' ],
			'reopened'       => [ 'stands' ],
			default          => [ 'cancelled' ],
		};
		self::assertSame( $made, $this->documents( $kind ) );
		self::assertSame( [], array_filter( $this->world->ledger->for_order( 1 ), self::needs_a_person( ... ) ) );
		self::assertSame( in_array( 'stands', $made, true ), $this->stands_in_the_ledger( $kind ) );
	}

	/** @return iterable<string, array{DocumentKind}> */
	public static function overtaken(): iterable {
		foreach ( [ DocumentKind::Estimate, DocumentKind::Order, DocumentKind::Proforma ] as $kind ) {
			yield $kind->value => [ $kind ];
		}
	}

	#[DataProvider( 'overtaken' )]
	public function test_one_that_an_invoice_has_overtaken_is_settled_without_a_question( DocumentKind $kind ): void {
		$this->world->change_settings( [ $kind->value => self::SWITCHED_ON ] );
		$this->invoice();
		$row = $this->row( Effect::create( $kind ) ) ?? self::fail();
		$this->cancelled( $row->remote_id );
		$this->look( $kind, $row->remote_id );
		self::assertNotContains( '1 document_cancelled', $this->world->shop->notes );
		self::assertSame( TaskState::Skipped, $this->world->row( $row->id )->state );
		$this->world->fire( 1 );
		$this->passes( 3 );
		self::assertSame( [ 'cancelled' ], $this->documents( $kind ) );
	}

	#[DataProvider( 'overtaken' )]
	public function test_the_question_ends_with_the_invoice( DocumentKind $kind ): void {
		$row = $this->made( $kind );
		$this->cancelled( $row->remote_id );
		$this->look( $kind, $row->remote_id );
		self::assertSame( TaskState::Attention, $this->world->row( $row->id )->state );
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => true ] ] );
		$this->world->sync_order->now( 1 );
		$this->passes( 4 );
		self::assertSame( [ 'stands' ], $this->documents( DocumentKind::Invoice ), 'It waits for none.' );
		self::assertSame( TaskState::Skipped, $this->world->row( $row->id )->state );
		self::assertSame( [ 'cancelled' ], $this->documents( $kind ) );
	}

	/** Sellsy fails while it is made again: it is no document that stands meanwhile, and nobody is asked twice. */
	public function test_an_outage_does_not_make_it_stand(): void {
		$row = $this->made( DocumentKind::Invoice );
		$this->cancelled( $row->remote_id );
		$this->look( DocumentKind::Invoice, $row->remote_id );
		$this->world->invoicing->unreadable = $row->remote_id;
		$this->again( $row );
		self::assertFalse( $this->world->row( $row->id )->has_document() );
		$this->world->invoicing->unreadable = 0;
		$this->passes( 60 );
		self::assertSame( [ 'cancelled', 'stands' ], $this->documents( DocumentKind::Invoice ) );
	}

	private function made( DocumentKind $kind ): Task {
		$of_order = $kind === DocumentKind::CreditNote ? DocumentKind::Invoice : $kind;
		$this->world->change_settings(
			[
				'invoice'        => [ 'enabled' => $of_order === DocumentKind::Invoice ],
				...( $of_order === DocumentKind::Invoice ? [] : [ $kind->value => self::SWITCHED_ON ] ),
			]
		);
		$this->world->fire( 1 );
		$this->passes( 4 );
		if ( $kind === DocumentKind::CreditNote ) {
			$this->refund( 501, '5.00', paid_back: true );
			return $this->row( Effect::CreateCreditNote, 501 ) ?? self::fail();
		}
		return $this->row( Effect::create( $kind ) ) ?? self::fail();
	}

	private function again( Task $task ): void {
		$this->world->retry->retry( $task->id );
		$this->world->due->run( 20 );
	}

	/** Somebody made another one in Sellsy. */
	private function link( DocumentKind $kind, int $id ): void {
		$was = $this->world->sellsy->documents[ $id ];

		$this->world->sellsy->documents[900] = new RemoteDocument(
			...[
				...get_object_vars( $was ),
				'id'     => 900,
				'number' => 'N-9',
				'status' => 'due',
				'key'    => '',
			]
		);
		$this->world->sellsy->billed[900]      = $this->world->sellsy->billed[ $id ];
		$this->world->invoicing->parties[900] = $this->world->invoicing->parties[ $id ];
		$target = new LinkTarget( $kind, $kind === DocumentKind::CreditNote ? 501 : 0 );
		$found  = $this->world->engine->find_to_link()->one( 1, $target, 900 ) ?? self::fail();
		self::assertNotNull( $this->world->engine->link_document()->link( 1, $target, 900, $found->mark() ) );
	}

	private function reopen( DocumentKind $kind, Task $task ): void {
		$this->give( $task->remote_id, $task->remote_number === '' ? 'sent' : 'due' );
		$this->look( $kind, $task->remote_id );
		self::assertSame( TaskState::Done, $this->world->row( $task->id )->state );
	}

	private function cancelled( int $id ): void {
		unset( $this->world->payments->links[ $id ], $this->world->payments->lowered[ $id ] );
		unset( $this->world->credit_notes->links[ $id ] );
		$this->give( $id, 'cancelled' );
	}

	private function give( int $id, string $status ): void {
		$this->world->sellsy->documents[ $id ] = new RemoteDocument(
			...[
				...get_object_vars( $this->world->sellsy->documents[ $id ] ),
				'status' => $status,
			]
		);
	}

	private function look( DocumentKind $kind, int $id ): void {
		$this->world->engine->document_events()->note( $kind, $id );
		$this->passes( 3 );
	}

	/** @return list<string> */
	private function documents( DocumentKind $kind ): array {
		$stands = [];
		foreach ( $this->world->sellsy->documents as $document ) {
			if ( $document->kind === $kind ) {
				$stands[] = $document->is_cancelled() ? 'cancelled' : 'stands';
			}
		}
		return $stands;
	}

	private function stands_in_the_ledger( DocumentKind $kind ): bool {
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			$is_done = $row->state === TaskState::Done && $row->has_document();
			if ( $row->key->effect === Effect::create( $kind ) && $is_done ) {
				return true;
			}
		}
		return false;
	}

	private static function needs_a_person( Task $task ): bool {
		// A refund without a credit note: that the sums differ is asked of its own.
		return $task->state === TaskState::Attention && $task->key->effect !== Effect::CheckBalance;
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( 300 );
			$this->world->sweep->run();
		}
	}
}
