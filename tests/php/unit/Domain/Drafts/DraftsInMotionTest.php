<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Drafts whose order moves on between their making and their becoming final. */
final class DraftsInMotionTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_a_draft_that_a_person_asked_for_does_not_become_final_once_its_order_is_cancelled(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'hours:2' ] ] );
		$this->world->order( 1 );
		$this->world->sync_order->now( 1 );
		$this->world->order( 1, null, 'cancelled' );
		$this->world->fire( 1 );
		$this->world->pass_time( 150 );

		self::assertSame( ProblemCode::DraftToDelete, $this->row( Effect::CreateInvoice )->problem?->code );
		self::assertTrue( $this->document()->is_draft() );
		self::assertSame( TaskState::Skipped, $this->row( Effect::ValidateInvoice )->state );

		$this->world->order( 1 );
		$this->world->retry->retry( $this->row( Effect::CreateInvoice )->id );
		$this->world->pass_time( 10 );
		self::assertFalse( $this->document()->is_draft() );
	}

	public function test_a_draft_follows_its_order_although_a_document_before_it_stopped_since(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->change_settings(
			[
				'delivery' => [
					'enabled'          => true,
					'trigger'          => 'completed',
					'rate_category_id' => null,
				],
			]
		);
		$this->world->order( 1, null, 'completed', ht: '20.00', vat: '4.00' );
		$this->world->shop->changed[1] = $this->world->clock->now()->modify( '+60 seconds' );
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertSame( TaskState::Attention, $this->row( Effect::CreateDelivery )->state );
		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )->state );
		self::assertSame( '24', $this->document()->amounts->incl_tax->to_string() );
	}

	public function test_an_order_edited_right_before_its_draft_becomes_final_is_billed_as_it_is_now(): void {
		$this->world->change_settings( [ 'invoice' => [ 'finalise' => 'hours:1' ] ] );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->clock->advance( 3600 );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->world->due->run( 20 );
		self::assertTrue( $this->document()->is_draft() );

		$this->world->pass_time( 2 );
		self::assertSame(
			[ '24', false ],
			[ $this->document()->amounts->incl_tax->to_string(), $this->document()->is_draft() ]
		);
	}

	public function test_an_edited_order_is_made_final_at_once_where_a_person_asks(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$finalise = $this->world->engine->finalise_now();
		$finalise->finalise( $this->row( Effect::CreateInvoice )->id );

		self::assertSame(
			[ '24', false ],
			[ $this->document()->amounts->incl_tax->to_string(), $this->document()->is_draft() ]
		);
	}

	public function test_a_draft_whose_change_failed_is_changed_by_a_later_try(): void {
		foreach ( [ FailureKind::RateLimited, FailureKind::NotSent, FailureKind::OutcomeUnknown ] as $failure ) {
			$this->world = new World();
			$this->world->order( 1 );
			$this->world->fire( 1 );
			$this->world->due->run( 20 );
			$this->world->order( 1, ht: '20.00', vat: '4.00' );
			$this->world->sellsy->plan( 'update', $failure );
			$this->world->fire( 1 );
			$this->world->pass_time( 15 );

			self::assertSame(
				[ '24', TaskState::Done ],
				[ $this->document()->amounts->incl_tax->to_string(), $this->row( Effect::CreateInvoice )->state ],
				$failure->name
			);
		}
	}

	public function test_refunds_that_wait_for_one_another_are_not_looked_at_all_day(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'enabled' => true ] ] );
		$this->world->order( 1 );
		foreach ( [ 501, 502 ] as $id ) {
			$this->world->shop->refunds[1][] = new RefundSnapshot(
				id: $id,
				amount: Decimal::from_string( '2.00' ),
				lines: [],
				reason: '',
				created_at: $this->world->clock->now(),
				is_paid_back: false
			);
		}
		$this->world->fire( 1 );
		$this->world->pass_time( 600 );

		$second = $this->row( Effect::CreateCreditNote, 502 );
		$is_own = static fn ( array $try ): bool => $try['task'] === $second->id;
		$tries  = array_filter( $this->world->shop->tries, $is_own );
		self::assertSame(
			[ TaskState::Queued, ProblemCode::WaitsForDocument ],
			[ $second->state, $second->problem?->code ]
		);
		self::assertLessThan( 60, count( $tries ) );

		$this->world->invoicing->finalised( $this->document() );
		$this->world->pass_time( 40 );
		self::assertSame( TaskState::Done, $this->row( Effect::CreateCreditNote, 502 )->state );
	}

	public function test_a_document_wakes_what_waits_for_it_and_nothing_of_other_orders(): void {
		$this->world->change_settings(
			[
				'order' => [
					'enabled'          => true,
					'rate_category_id' => null,
				],
			]
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$tries = count( $this->world->shop->tries );

		$this->world->change_settings( [ 'order' => [ 'rate_category_id' => 7 ] ] );
		$this->world->order( 2 );
		$this->world->fire( 2 );
		$this->world->due->run( 20 );
		$woken = array_column( array_slice( $this->world->shop->tries, $tries ), 'task' );
		self::assertNotContains( $this->row( Effect::CreateInvoice )->id, $woken );
	}

	public function test_what_follows_an_invoice_that_was_made_final_at_sellsy_needs_no_saved_order(): void {
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 3,
						],
					],
				],
			]
		);
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->invoicing->finalised( $this->document() );
		$this->world->pass_time( 75 );

		self::assertCount( 1, $this->world->payments->made );
	}

	private function row( Effect $effect, int $refund_id = 0 ): Task {
		return $this->world->ledger->find_by_key( new TaskKey( 1, $effect, $refund_id ) )
			?? throw new \LogicException( "No {$effect->value}." );
	}

	private function document(): RemoteDocument {
		$invoices = array_filter(
			$this->world->sellsy->documents,
			static fn ( RemoteDocument $document ): bool => $document->kind === DocumentKind::Invoice
		);
		return array_values( $invoices )[0];
	}
}
