<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Finalising;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use PHPUnit\Framework\Attributes\DataProvider;

/** Saving a setting makes nothing final: what was made while a person was to do that is left to a person. */
final class StaysDraftTest extends CreditedOrderTestCase {

	/** @return iterable<string, array{string}> */
	public static function other_ways(): iterable {
		yield 'at once'          => [ Finalise::NOW ];
		yield 'by the status'    => [ Finalise::MAPPING ];
		yield 'some hours later' => [ Finalise::HOURS . '1' ];
	}

	#[DataProvider( 'other_ways' )]
	public function test_an_invoice_made_under_by_hand_stays_a_draft_whatever_is_chosen_later( string $way ): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->invoice();
		$this->finalise( 'invoice', $way );
		$this->something_happens();
		self::assertSame( [ '' ], $this->numbers() );
	}

	public function test_a_person_makes_it_final(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->invoice();
		$this->finalise( 'invoice', Finalise::NOW );
		$this->world->engine->finalise_now()->finalise( $this->world->row()->id );
		self::assertSame( [ 'F-0001' ], $this->numbers() );
	}

	public function test_what_is_made_after_the_change_becomes_final_by_itself(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->invoice();
		$this->finalise( 'invoice', Finalise::NOW );
		$this->world->order( 2 );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );
		self::assertSame( [ '', 'F-0001' ], $this->numbers() );
	}

	/** The order was stopped, and the invoice is made only now. */
	public function test_what_could_not_be_made_before_goes_by_the_new_choice(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->world->sellsy->plan( 'create', FailureKind::Rejected );
		$this->invoice();
		self::assertSame( [], $this->numbers() );
		$this->finalise( 'invoice', Finalise::NOW );
		$this->world->retry->retry( $this->world->row()->id );
		$this->world->pass_time( 5 );
		self::assertSame( [ 'F-0001' ], $this->numbers() );
	}

	/** It stands at Sellsy, and is found again after the change. */
	public function test_what_was_made_without_an_answer_stays_a_draft(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->fire( 1 );
		$this->world->pass_time( 1 );
		self::assertSame( 0, $this->world->row()->remote_id );
		$this->finalise( 'invoice', Finalise::NOW );
		$this->world->pass_time( 120 );
		$this->something_happens();
		self::assertGreaterThan( 0, $this->world->row()->remote_id );
		self::assertSame( [ '' ], $this->numbers() );
	}

	public function test_what_a_person_makes_final_while_sellsy_is_away_becomes_final_later(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->invoice();
		$this->world->sellsy->is_down = true;
		$this->world->make_final();
		$this->world->sellsy->is_down = false;
		$this->something_happens();
		self::assertSame( [ 'F-0001' ], $this->numbers() );
	}

	public function test_one_whose_order_is_edited_stays_a_draft(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->invoice();
		$this->finalise( 'invoice', Finalise::NOW );
		$this->world->order( 1, ht: '20.00', vat: '4.00', status: 'completed' );
		$this->world->fire( 1 );
		$this->world->pass_time( 120 );
		self::assertSame( [ '' ], $this->numbers() );
	}

	public function test_one_that_is_made_again_goes_by_the_new_choice(): void {
		$this->finalise( 'invoice', Finalise::MANUAL );
		$this->invoice();
		$this->finalise( 'invoice', Finalise::NOW );
		$this->world->sellsy->documents = [];
		$this->world->pass_time( 65 );
		self::assertTrue( $this->world->row()->has_lost_its_document() );
		$this->world->retry->retry( $this->world->row()->id );
		$this->world->pass_time( 5 );
		self::assertSame( [ 'F-0001' ], $this->numbers() );
	}

	public function test_a_credit_note_made_under_by_hand_stays_a_draft_too(): void {
		$this->finalise( 'creditnote', Finalise::MANUAL );
		$this->invoice();
		$this->refund( 501, '12.00', '10.00', '2.00' );
		$this->finalise( 'creditnote', Finalise::NOW );
		$this->something_happens();
		self::assertSame( [ 'F-0001', '' ], $this->numbers() );
	}

	private function finalise( string $kind, string $way ): void {
		$this->world->change_settings( [ $kind => [ 'finalise' => $way ] ] );
	}

	private function something_happens(): void {
		$this->world->order( 1, status: 'completed' );
		$this->world->fire( 1 );
		$this->world->pass_time( 120 );
	}

	/** @return list<string> of the documents, in the order in which they were made. */
	private function numbers(): array {
		return array_map(
			static fn ( RemoteDocument $document ): string => $document->number,
			array_values( $this->world->sellsy->documents )
		);
	}
}
