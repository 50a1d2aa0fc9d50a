<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Account;

use OrderInvoicer\Domain\Account\ShopCodeConflict;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Two shops with one code in one account. */
final class ClashTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	private function another_shop_is_seen(): void {
		$this->world->clashes->add( 900, 'SHOP-77' );
		$this->world->look_for_clash->look();
		self::assertNotNull( $this->standing() );
	}

	public function test_a_document_with_our_code_that_is_not_ours_is_noticed(): void {
		$this->world->clashes->add( 897, 'SHOP-75' );
		$this->world->clashes->add( 898, 'SHOP-76' );
		$this->world->clashes->add( 899, 'SHOP-77/R1' );
		$this->world->clashes->ours = [ 898 ];

		$this->world->look_for_clash->look();

		$clash = $this->standing();
		self::assertSame(
			[ 'SHOP', DocumentKind::Invoice, 899, 'SHOP-77/R1', 2 ],
			[ $clash?->code, $clash?->kind, $clash?->id, $clash?->key, $clash?->number ]
		);
	}

	public function test_it_is_noticed_behind_hundreds_that_were_made_since_the_last_look(): void {
		$this->world->clashes->add( 899, 'Bon 11' );
		$this->world->look_for_clash->look();
		$this->world->clashes->add( 900, 'SHOP-77' );
		foreach ( range( 901, 1150 ) as $id ) {
			$this->world->clashes->add( $id, "Bon $id" );
		}
		$this->world->clashes->fails = true;
		$this->world->look_for_clash->look();
		$this->world->clashes->fails = false;

		$this->world->look_for_clash->look();

		self::assertSame( 900, $this->standing()?->id );
	}

	public function test_other_references_and_longer_codes_are_nobodys_business(): void {
		foreach ( [ '', 'SHOP', 'SHOPS-1', 'MYSHOP-1', 'shop-1', 'Bon 12' ] as $id => $key ) {
			$this->world->clashes->add( 900 + $id, $key );
		}

		$this->world->look_for_clash->look();

		self::assertNull( $this->standing() );
	}

	public function test_one_request_a_day(): void {
		$this->world->pass_time( 60 );
		self::assertSame( [ DocumentKind::Invoice ], $this->world->clashes->asked );

		$this->world->clock->advance( 86400 );
		$this->world->pass_time( 60 );
		self::assertCount( 2, $this->world->clashes->asked );
	}

	public function test_without_an_answer_what_was_known_stays_and_tomorrow_is_early_enough(): void {
		$this->another_shop_is_seen();
		$this->world->clashes->fails = true;
		$this->world->clock->advance( 86401 );

		$this->world->pass_time( 30 );

		self::assertNotNull( $this->standing() );
		self::assertCount( 2, $this->world->clashes->asked );
	}

	public function test_a_shop_that_makes_no_invoices_looks_at_what_it_makes(): void {
		$this->world->change_settings(
			[
				'invoice'  => [ 'enabled' => false ],
				'estimate' => [ 'enabled' => true ],
			]
		);

		$this->world->look_for_clash->look();

		self::assertSame( [ DocumentKind::Estimate ], $this->world->clashes->asked );
	}

	public function test_what_a_person_settled_is_not_asked_again_but_a_newer_one_is(): void {
		$this->another_shop_is_seen();

		$this->world->look_for_clash->settle();
		$this->world->look_for_clash->look();
		self::assertNull( $this->standing() );

		$this->world->clashes->add( 901, 'SHOP-78' );
		$this->world->look_for_clash->look();
		self::assertSame(
			[ 901, 1 ],
			[ $this->standing()?->id, $this->standing()?->number ]
		);
	}

	public function test_a_clash_ends_by_itself_only_where_its_document_was_seen_to_be_ours(): void {
		$this->another_shop_is_seen();

		$older                            = $this->world->clashes->documents;
		$this->world->clashes->documents  = [];
		$this->world->clashes->add( 950, 'Bon 12' );
		$this->world->look_for_clash->look();
		self::assertNotNull( $this->standing(), 'It lies behind those that are listed.' );

		$this->world->clashes->documents = $older;
		$this->world->clashes->ours      = [ 900 ];
		$this->world->look_for_clash->look();
		self::assertNull( $this->standing() );
	}

	public function test_a_document_of_a_lost_answer_is_not_adopted_while_it_may_be_another_shops(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->process->process( 1 );
		self::assertCount( 1, $this->world->sellsy->documents );
		$this->another_shop_is_seen();

		$this->world->pass_time( 30 );

		self::assertSame(
			[ TaskState::Attention, ProblemCode::CodeClash ],
			[ $this->world->row()->state, $this->world->row()->problem?->code ]
		);
		self::assertSame( 'SHOP-1', $this->world->row()->problem?->fact( 'reference' ) );
		self::assertCount( 1, $this->world->sellsy->documents, 'Nor is another one made.' );

		$this->world->look_for_clash->settle();
		$this->world->pass_time( 5 );

		self::assertSame(
			[ TaskState::Done, 1 ],
			[ $this->world->row()->state, count( $this->world->sellsy->documents ) ]
		);
	}

	/**
	 * @testWith ["individual"]
	 *           ["company"]
	 */
	public function test_a_customer_of_that_reference_is_asked_about_unless_the_email_is_the_same(
		string $type,
	): void {
		$stranger = new CustomerRef( CustomerType::from( $type ), 40 );
		$this->world->sellsy->has_customer( $stranger, 'other@example.com', 'SHOP-C5', name: 'Autre' );
		$this->another_shop_is_seen();
		$this->world->order( 1 );
		$this->world->fire( 1 );

		$this->world->process->process( 1 );

		self::assertSame( ProblemCode::SeveralCustomers, $this->world->row()->problem?->code );
		self::assertStringContainsString( '40', $this->world->row()->problem?->fact( 'candidates' ) ?? '' );
		self::assertSame( [], $this->world->sellsy->documents );
	}

	public function test_our_own_customer_is_found_by_reference_and_email(): void {
		$this->world->sellsy->customers['individual40'] = new RemoteCustomer(
			ref: new CustomerRef( CustomerType::Individual, 40 ),
			relation: 'client',
			name: 'Client Test',
			email: 'Client@example.com',
			reference: 'SHOP-C5',
			siren: '',
			siret: '',
			vat_number: '',
			archived: false
		);
		$this->another_shop_is_seen();
		$this->world->order( 1 );
		$this->world->fire( 1 );

		$this->world->process->process( 1 );

		self::assertSame( [ 'individual40' ], array_values( $this->world->sellsy->billed ) );
	}

	private function change_code( string $code ): void {
		$this->world->engine->change_settings()->change( [ 'shop_code' => $code ] );
		self::assertSame( $code, $this->world->shop->settings->shop_code );
	}

	private function lose_an_answer(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->process->process( 1 );
	}

	public function test_while_two_shops_have_it_the_code_may_be_changed_and_drafts_keep_their_row(): void {
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->process->process( 1 );
		$this->another_shop_is_seen();

		$this->change_code( 'OTHER' );

		$this->world->pass_time( 30 );
		self::assertCount( 1, $this->world->sellsy->documents );
	}

	public function test_a_document_sent_with_the_former_code_is_adopted_only_once_a_person_says_so(): void {
		$this->lose_an_answer();
		$this->another_shop_is_seen();
		$this->change_code( 'OTHER' );
		$this->world->look_for_clash->look();
		self::assertNull( $this->standing(), 'Nobody else has the new code.' );

		$this->world->pass_time( 30 );

		self::assertSame(
			[ TaskState::Attention, ProblemCode::CodeClash, 'SHOP' ],
			[
				$this->world->row()->state,
				$this->world->row()->problem?->code,
				$this->world->row()->problem?->fact( 'code' ),
			]
		);
		self::assertCount( 1, $this->world->sellsy->documents );

		$this->world->look_for_clash->settle();
		$this->world->pass_time( 5 );

		self::assertSame(
			[ TaskState::Done, 1 ],
			[ $this->world->row()->state, count( $this->world->sellsy->documents ) ]
		);
	}

	public function test_a_clash_of_the_former_code_leaves_documents_of_the_new_one_alone(): void {
		$this->world->order( 9 );
		$this->world->fire( 9 );
		$this->world->process->process( 1 );
		$this->another_shop_is_seen();
		$this->change_code( 'OTHER' );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->process->process( 2 );

		$this->world->pass_time( 30 );

		self::assertSame(
			[ TaskState::Done, 2 ],
			[ $this->world->row( 2 )->state, count( $this->world->sellsy->documents ) ]
		);
	}

	public function test_what_stopped_goes_on_when_the_clash_ends_by_itself(): void {
		foreach ( [ 'SHOP', 'OTHER' ] as $code ) {
			$this->setUp();
			$this->lose_an_answer();
			$this->another_shop_is_seen();
			$this->world->pass_time( 30 );
			self::assertSame( ProblemCode::CodeClash, $this->world->row()->problem?->code );
			$this->change_code( $code );

			$this->world->clashes->ours = [ 900 ];
			$this->world->look_for_clash->look();
			$this->world->pass_time( 5 );

			self::assertSame(
				[ TaskState::Done, 1 ],
				[ $this->world->row()->state, count( $this->world->sellsy->documents ) ],
				$code
			);
		}
	}

	private function standing(): ?ShopCodeConflict {
		return $this->world->engine->shop_code_conflicts()->standing();
	}
}
