<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\DoctorReport;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Tests\Integration\Engine\Cuts;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Size;
use PHPUnit\Framework\Attributes\Group;

/**
 * Four drafts, where a person asked for them: made once, used again, and nothing else is left.
 *
 * @assumes draft-keeps-fields
 */
final class DoctorDraftsTest extends DoctorTestCase {

	private const KINDS = [ 'invoices', 'credit_notes', 'estimates', 'orders', 'deliveries', 'proformas' ];

	private const DRAFTS = [ 1, 1, 1, 1, 0, 0 ];

	public function test_four_drafts_are_made_and_used_again_with_sixty_calls_at_most(): void {
		$this->sell();
		$before   = $this->objects();
		$payments = $this->sandbox->state()['payments'];
		$invoices = array_column( $this->sandbox->state()['invoices'], null, 'id' );
		for ( $run = 1; $run <= 3; ++$run ) {
			$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

			$record = $this->examine( again: true, drafts: true );

			self::assertSame( [], $this->named( $record, State::Otherwise ), "Run $run." );
			foreach ( self::tried_by_drafts() as [ $name ] ) {
				self::assertSame( State::AsExpected, $record->findings[ $name ]->state, "Run $run: $name" );
			}
			self::assertLessThanOrEqual( Doctor::MOST_CALLS_WITH_DRAFTS, count( $this->calls() ), "Run $run." );
			self::assertSame( [ 3, 1, 1, 1, 2, 0 ], $this->documents(), "Run $run." );
			self::assertSame( $payments, $this->sandbox->state()['payments'] );
			self::assertSame( [], $record->passing() );
			self::assertCount( 5, $record->staying() );
			self::assertCount( count( $before['companies'] ) + 1, $this->objects()['companies'], "Run $run." );
		}
		$all = array_column( $this->all(), null, 'id' );
		self::assertSame( $invoices, array_intersect_key( $all, $invoices ) );
		$subjects = array_count_values( array_column( $all, 'subject' ) );
		self::assertSame( 4, $subjects[ "Order Invoicer doctor – please delete ({$this->code()})" ] );
	}

	/** What the owner chose for documents goes with the drafts, as it goes with orders. */
	public function test_drafts_are_sent_with_the_owner_s_choices(): void {
		$lists = orderinvoicer_demo_call( 'GET', '/sellsy' );
		$own   = [
			'owner_id'        => $lists['staffs']['items'][0]['id'],
			'model_id'        => $lists['models']['items'][0]['id'],
			'payment_term_id' => $lists['payment_terms']['items'][0]['id'],
		];
		$shop  = new SandboxShop( $this->sandbox );
		$shop->change_settings( [ 'invoice' => $own + $shop->like_invoice( 'confirmed' ) ] );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		$record = $this->examine( drafts: true );

		$sent = [];
		foreach ( $this->calls() as $call ) {
			$sent[ "{$call['method']} {$call['path']}" ] ??= $call['request'];
		}
		$model = [
			'type' => 'model',
			'id'   => $own['model_id'],
		];
		self::assertSame( $own['owner_id'], $sent['POST /invoices']['owner_id'] );
		self::assertSame( $model, $sent['POST /invoices']['parent'] );
		self::assertSame( $own['payment_term_id'], $sent['POST /invoices']['payment_terms']['id'] );
		self::assertSame( State::AsExpected, $record->findings['draft-keeps-fields']->state );
		self::assertLessThanOrEqual( Doctor::MOST_CALLS_WITH_DRAFTS, count( $this->calls() ) );
	}

	public function test_without_the_tick_no_document_is_ever_made(): void {
		$this->examine( drafts: false );
		self::assertSame( [ 0, 0, 0, 0, 0, 0 ], $this->documents() );
		$doctor = $this->doctor();
		$doctor->begin( true, drafts: true );
		$doctor->step();

		$record = $this->examine( drafts: false ); // Goes on with that run.

		self::assertSame( [ 0, 0, 0, 0, 0, 0 ], $this->documents() );
		self::assertSame( [], $record->traces );
		foreach ( self::tried_by_drafts() as [ $name ] ) {
			self::assertArrayNotHasKey( $name, $record->findings );
		}
	}

	/** @return iterable<string, array{string, array<string, mixed>|null}> */
	private static function tried_by_drafts(): iterable {
		$file = dirname( __DIR__, 4 ) . '/includes/Features/Doctor/assumptions.json';
		foreach ( (array) json_decode( (string) file_get_contents( $file ), true ) as $name => $row ) {
			if ( $row['tried'] === 'drafts' ) {
				yield (string) $name => [ (string) $name, $row['sandbox'] ?? null ];
			}
		}
	}

	/** @return iterable<string, array{string, array<string, mixed>}> */
	public static function turned(): iterable {
		return Size::third( self::all_turned() );
	}

	/** @return iterable<string, array{string, array<string, mixed>}> */
	private static function all_turned(): iterable {
		foreach ( self::tried_by_drafts() as $name => [ , $sandbox ] ) {
			if ( $sandbox !== null ) {
				yield $name => [ $name, [ $sandbox['option'] => $sandbox['otherwise'] ] ];
			}
		}
	}

	/**
	 * @group walks
	 * @dataProvider turned
	 * @param array<string, mixed> $options
	 */
	public function test_a_fact_that_is_turned_round_is_named_and_no_other( string $name, array $options ): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', $options );

		for ( $run = 1; $run <= 2; ++$run ) {
			$record = $this->examine( again: true, drafts: true );

			self::assertSame( [ $name ], $this->named( $record, State::Otherwise ), "Run $run." );
			self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) );
			self::assertSame( self::DRAFTS, $this->documents(), "Run $run." );
			$left = $name === 'payment-keeps-customer' ? 1 : 0;
			self::assertCount( $left, $this->sandbox->state()['payments'], "Run $run." );
			self::assertCount( 5 + $left, $record->staying(), "Run $run." );
			self::assertSame( [], $this->sandbox->state()['payment_links'] );
			self::assertSame( [], $this->sandbox->state()['credit_links'] );
		}
	}

	public function test_all_of_them_turned_round_are_named_and_there_are_four_drafts(): void {
		$this->examine();
		$turned = iterator_to_array( self::all_turned() );
		$this->sandbox->call( 'POST', '/_sandbox/options', array_merge( ...array_column( $turned, 1 ) ) );

		for ( $run = 1; $run <= 3; ++$run ) {
			$this->sandbox->call( 'DELETE', '/_sandbox/calls' );
			$record = $this->examine( drafts: true );

			$names = array_keys( $turned );
			sort( $names );
			self::assertSame( $names, $this->named( $record, State::Otherwise ), "Run $run." );
			self::assertSame( self::DRAFTS, $this->documents(), "Run $run." );
			self::assertCount( 1, $this->sandbox->state()['payments'], "Run $run." );
			self::assertLessThanOrEqual( Doctor::MOST_CALLS_WITH_DRAFTS, count( $this->calls() ), "Run $run." );
		}
	}

	/** At each answer in turn: what it had made was made, and nobody heard of it. */
	#[Group( 'walks' )]
	public function test_one_that_dies_at_any_call_is_followed_by_one_that_uses_what_it_left(): void {
		$this->examine(); // All that leaves nothing.
		$customers = count( $this->objects()['companies'] );
		$at        = 0;
		$with      = [
			'payments_on_drafts'          => 'accept',
			'links_of_draft_credit_notes' => 'accept',
		];
		$this->sandbox->call( 'POST', '/_sandbox/options', $with );
		do {
			$this->delete_documents();
			$this->examine(); // The customer goes.
			self::assertCount( $customers, $this->objects()['companies'] );
			$at       = Cuts::after( $at );
			$survived = $this->is_survived( $at, drafts: true );
			self::assertLessThanOrEqual( 4, array_sum( $this->documents() ) );

			$record = $this->examine( drafts: true );

			self::assertTrue( $record->run?->is_over(), "Died at call $at." );
			self::assertSame( self::DRAFTS, $this->documents(), "Died at call $at." );
			self::assertSame( [], $this->sandbox->state()['payments'], "Died at call $at." );
			self::assertSame( [], $this->sandbox->state()['credit_links'], "Died at call $at." );
			self::assertCount( $customers + 1, $this->objects()['companies'], "Died at call $at." );
			self::assertCount( 5, $record->staying(), "Died at call $at." );
		} while ( ! $survived );
		self::assertGreaterThan( 18, $at );
	}

	/** A payment that Sellsy took is on the draft for a moment. */
	#[Group( 'walks' )]
	public function test_one_that_dies_while_it_uses_what_is_there_leaves_the_same(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'payments_on_drafts' => 'accept' ] );
		$this->examine( drafts: true );
		$ids    = array_column( $this->all(), 'id' );
		$at     = 0;
		$ticked = false;
		do {
			$at       = Cuts::after( $at );
			$survived = $this->is_survived( $at, drafts: true );
			$record   = $this->examine( drafts: $ticked ); // The next run cleans up without the tick, too.
			$ticked   = ! $ticked;

			self::assertSame( $ids, array_column( $this->all(), 'id' ), "Died at call $at." );
			self::assertSame( [], $this->sandbox->state()['payments'], "Died at call $at." );
			self::assertCount( 5, $record->staying(), "Died at call $at." );
		} while ( ! $survived );
		self::assertGreaterThan( 15, $at );
	}

	/** The record went with the plugin: the drafts are found by what they are called. */
	public function test_drafts_that_nobody_remembers_are_found_again(): void {
		$this->examine( drafts: true );
		$this->forget();

		$record = $this->examine( drafts: true );

		self::assertSame( self::DRAFTS, $this->documents() );
		self::assertCount( 5, $record->staying() );
	}

	public function test_as_long_as_one_may_be_there_that_no_search_finds_none_is_made(): void {
		$this->examine();
		$this->sandbox->fault(
			[
				'mode'   => '500-after',
				'method' => 'POST',
				'path'   => '/invoices',
				'times'  => 1,
			]
		);
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'search_lag_seconds' => 300 ] );
		$this->examine( again: true, drafts: true ); // It is seen that searches lag.
		self::assertSame( 1, $this->documents()[0] );
		$record = $this->doctor()->record();
		self::assertSame( State::Otherwise, $record->findings['search-lag']->state );

		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'document_lag_seconds' => 3000 ] );
		$record = $this->examine( drafts: true );

		self::assertSame( 1, $this->documents()[0] );
		self::assertSame( 'left-open', $record->findings['draft-keeps-fields']->seen );
		self::assertStringContainsString( 'none is made', $this->report()->text( $record ) );

		$this->pass( 3600 );
		$record = $this->examine( drafts: true );

		self::assertSame( self::DRAFTS, $this->documents() );
		self::assertSame( State::AsExpected, $record->findings['draft-keeps-fields']->state );
	}

	public function test_one_that_was_never_made_is_made_once_that_is_sure(): void {
		$this->examine();
		$this->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'POST',
				'path'   => '/estimates',
				'times'  => 1,
			]
		);
		$record = $this->examine( drafts: true );
		self::assertSame( 0, $this->documents()[2] );
		self::assertSame( 'no-answer', $record->findings['draft-keeps-fields']->seen );

		$record = $this->examine( drafts: true );

		self::assertSame( self::DRAFTS, $this->documents() );
		self::assertSame( State::AsExpected, $record->findings['draft-keeps-fields']->state );
	}

	public function test_what_a_person_deleted_is_made_anew_and_what_they_made_of_it_is_theirs(): void {
		$this->examine( drafts: true );
		[ $invoice, $credit_note, $estimate ] = $this->all();
		$this->sandbox->call( 'POST', "/_sandbox/credit-notes/{$credit_note['id']}/delete", [] );
		$buyer = $this->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'      => 'client',
				'last_name' => 'Acheteuse',
			]
		);
		$theirs = [
			'subject'              => 'Boulangerie',
			'invoicing_address_id' => null,
			'delivery_address_id'  => null,
			'related'              => [
				[
					'type' => 'individual',
					'id'   => $buyer['id'],
				],
			],
		];
		$this->sandbox->call( 'POST', "/_sandbox/estimates/{$estimate['id']}/edit", $theirs );
		$this->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/validate", [] );

		$record = $this->examine( drafts: true );

		self::assertSame( [ 2, 1, 2, 1, 0, 0 ], $this->documents() );
		self::assertCount( 5, $record->staying() );
		$subjects = array_column( $this->all(), 'subject', 'id' );
		self::assertSame( 'Boulangerie', $subjects[ $estimate['id'] ] );
	}

	/** Whatever becomes of its subject, what is for the doctor's own customer is used again. */
	public function test_one_that_was_renamed_is_no_reason_for_a_fifth(): void {
		$this->examine( drafts: true );
		[ $invoice, , $estimate ] = $this->all();
		$this->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/edit", [ 'subject' => '' ] );
		$this->sandbox->call( 'POST', "/_sandbox/estimates/{$estimate['id']}/edit", [ 'subject' => 'Boulangerie' ] );
		$this->sandbox->call( 'POST', "/_sandbox/estimates/{$estimate['id']}/step", [ 'step' => 'sent' ] );

		$this->examine( drafts: true );
		$this->forget();
		$this->examine( drafts: true );

		self::assertSame( self::DRAFTS, $this->documents() );
	}

	/** It may be somebody's now: it is not touched, and as long as its drafts are there no others are made. */
	public function test_a_customer_that_was_renamed_is_left_alone_with_its_drafts(): void {
		$companies = $this->objects()['companies'];
		$this->examine( drafts: true );
		$ours = array_values( array_diff( $this->objects()['companies'], $companies ) )[0];
		$this->sandbox->call( 'POST', "/_sandbox/companies/$ours/edit", [ 'name' => 'Boulangerie' ] );

		$record = $this->examine( again: true, drafts: true );

		self::assertSame( self::DRAFTS, $this->documents() );
		$names = array_column( $this->sandbox->state()['companies'], 'name', 'id' );
		self::assertSame( 'Boulangerie', $names[ $ours ] );
		self::assertTrue( $record->run?->is_over() );
		self::assertCount( 5, $record->staying() );

		$this->delete_documents();
		$this->examine();
		$this->examine( drafts: true );

		self::assertSame( self::DRAFTS, $this->documents() );
		self::assertContains( 'Boulangerie', array_column( $this->sandbox->state()['companies'], 'name' ) );
	}

	/** Once the drafts are deleted, the customer goes with the next run; what is left is counted. */
	public function test_what_is_left_is_counted_afresh(): void {
		$before = $this->objects();
		$this->examine( drafts: true );
		[ $invoice ] = $this->all();
		$this->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/delete", [] );
		self::assertCount( 4, $this->examine()->staying() );

		$this->delete_documents();
		$record = $this->examine();

		self::assertSame( [], $record->traces );
		self::assertSame( $before, $this->objects() );
	}

	public function test_a_right_that_is_missing_is_said_and_the_others_are_tried(): void {
		$denied = [ 'POST /estimates', 'POST /companies/{id}/payments' ];
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => $denied ] );

		$record = $this->examine( drafts: true );

		self::assertSame( [ 1, 1, 0, 1, 0, 0 ], $this->documents() );
		self::assertSame( [], $this->named( $record, State::Otherwise ) );
		self::assertSame( 'no-right:estimates.write', $record->findings['draft-keeps-fields']->seen );
		self::assertSame( State::AsExpected, $record->findings['credit-note-of-draft']->state );
		self::assertStringStartsWith( 'no-right:', $record->findings['payment-by-note']->seen );
		self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) ); // Payments wait.
	}

	private function code(): string {
		return (string) get_option( 'orderinvoicer_settings' )['shop_code'];
	}

	/** @return list<int> how many there are of each kind. */
	private function documents(): array {
		$state = $this->sandbox->state();
		return array_map( static fn ( string $kind ): int => count( (array) ( $state[ $kind ] ?? [] ) ), self::KINDS );
	}

	/** @return list<array<string, mixed>> */
	private function all(): array {
		$state = $this->sandbox->state();
		return array_merge(
			...array_map( static fn ( string $kind ): array => (array) ( $state[ $kind ] ?? [] ), self::KINDS )
		);
	}

	private function delete_documents(): void {
		foreach ( self::KINDS as $kind ) {
			foreach ( (array) ( $this->sandbox->state()[ $kind ] ?? [] ) as $document ) {
				$path = str_replace( '_', '-', $kind );
				$this->sandbox->call( 'POST', "/_sandbox/$path/{$document['id']}/delete", [] );
			}
		}
	}
}
