<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Account\Right;
use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * @assumes account-of-token
 * @assumes dry-run
 */
final class AccountTest extends SellsyTestCase {

	public function test_says_who_is_connected_and_to_which_account(): void {
		$me = $this->account->me();

		self::assertSame( 1, $me['id'] );
		self::assertSame( 'Boutique Gérance', $me['name'] );
		self::assertSame( '5f0c1a52-0000-4000-8000-000000000001', $this->account->id() );
	}

	public function test_two_clients_of_one_account_are_one_account(): void {
		$first = $this->account->id();
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );

		self::assertSame( $first, $this->account->id() );
		$before = count( HttpGuard::requests() );
		$this->account->id();
		self::assertCount( $before, HttpGuard::requests() );
	}

	public function test_a_client_stands_for_its_account_where_sellsy_does_not_name_it(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'staffs_restricted' => true ] );

		self::assertMatchesRegularExpression( '/^client-[0-9a-f]{32}$/', $this->account->id() );
	}

	public function test_the_account_is_named_as_sellsy_names_it(): void {
		self::assertNull( $this->account->name(), 'Nobody has asked yet.' );

		$this->account->me();

		self::assertSame( 'Boutique', $this->account->name() );
	}

	public function test_whose_name_is_no_longer_told_is_unknown_and_the_account_stays_the_same(): void {
		$id = $this->account->id();
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'staffs_restricted' => true ] );

		$this->account->read_name();

		self::assertSame( [ '', $id ], [ $this->account->name(), $this->account->id() ] );
	}

	public function test_without_credentials_nothing_is_asked(): void {
		$this->credentials->forget();

		self::assertFalse( $this->account->is_configured() );
		self::assertSame( '', $this->account->id() );
		self::assertSame( [], HttpGuard::requests() );
	}

	public function test_wrong_credentials_are_unauthorized(): void {
		$this->connect( 'sandbox-client', 'wrong' );

		self::assertSame( FailureKind::Unauthorized, $this->failure( fn() => $this->account->me() )->kind );
	}

	public function test_taxes_come_with_exact_rates_and_what_can_be_used(): void {
		$taxes = array_column(
			array_map(
				static fn( RemoteTax $tax ): array =>
					[ $tax->id, [ $tax->rate->to_string(), $tax->category, $tax->usable ] ],
				$this->account->taxes()
			),
			1,
			0
		);

		self::assertSame( [ '20', 'S', true ], $taxes[1] );
		self::assertSame( [ '5.5', 'S', true ], $taxes[3] );
		self::assertSame( [ '2.1', 'S', true ], $taxes[4] );
		self::assertSame( [ '0', 'S', false ], $taxes[5] );
		self::assertSame( [ '0', 'K', true ], $taxes[7] );
	}

	public function test_lists_hold_what_an_invoice_may_use(): void {
		self::assertNotContains( 'Tarif TTC', array_column( $this->account->rate_categories(), 'label' ) );
		self::assertContains( 'Tarif HT', array_column( $this->account->rate_categories(), 'label' ) );
		self::assertSame(
			[ 'id', 'label', 'currency', 'is_default' ],
			array_keys( $this->account->rate_categories()[0] )
		);
		self::assertSame( [ 1, 2 ], array_column( $this->account->staffs(), 'id' ) );
		self::assertSame(
			[ 'Facture boutique en ligne', 'Facture export' ],
			array_column( $this->account->models(), 'label' )
		);
		self::assertSame( [ 'id', 'label' ], array_keys( $this->account->payment_terms()[0] ) );
	}

	public function test_lists_are_kept_until_the_owner_asks_again(): void {
		$this->account->id();
		self::assertSame( [], $this->account->kept_lists() );
		$this->account->taxes();
		$asked = count( HttpGuard::requests() );

		self::assertSame( [ 'taxes' ], $this->account->kept_lists() );
		$this->account->taxes();
		self::assertCount( $asked, HttpGuard::requests() );
		$this->account->refresh();
		self::assertSame( [], $this->account->kept_lists() );
		$this->account->taxes();
		self::assertCount( $asked + 1, HttpGuard::requests() );
	}

	/** What was chosen keeps its name while Sellsy is away, also where the owner had the lists read again. */
	public function test_a_list_that_cannot_be_read_again_is_known_as_it_was_read_last(): void {
		$this->account->id();
		self::assertSame( [], $this->account->as_last_read( $this->account->models( ... ) ) );
		$models = $this->account->models();
		$this->account->refresh();
		$away = static fn (): \WP_Error => new \WP_Error( 'http_request_failed', 'Away.' );
		add_filter( 'pre_http_request', $away, 1 );

		try {
			$this->account->models();
			self::fail( 'It must not look as if it had been read.' );
		} catch ( RemoteFailure ) {
			self::assertSame( $models, $this->account->as_last_read( $this->account->models( ... ) ) );
		} finally {
			remove_filter( 'pre_http_request', $away, 1 );
		}
		self::assertSame( [], $this->account->kept_lists() );
		self::assertSame( $models, $this->account->models() );
	}

	public function test_full_rights_are_all_seen_and_nothing_is_written(): void {
		$this->all_documents();
		self::assertSame( [ 'seen' ], array_unique( array_values( $this->rights() ) ) );
		$state = $this->sandbox->state();
		self::assertSame( [ [], [], [] ], [ $state['companies'], $state['individuals'], $state['contacts'] ] );
		self::assertSame(
			[ [], [], [], [] ],
			[ $state['invoices'], $state['credit_notes'], $state['items'], $state['payments'] ]
		);
	}

	/** Each refusal is the answer that is asked for: an ERROR in the log would worry whoever reads it. */
	public function test_what_an_access_may_not_do_is_no_error_in_the_log(): void {
		$this->all_documents();
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );
		self::assertContains( 'missing', $this->rights() );
		self::assertNotContains( 'error', array_column( $this->log->lines, 'level' ) );
		self::assertNotSame( [], $this->log->lines );
	}

	/** An account in which a dry run creates: it was tried, and no test of the connection asks for one. */
	public function test_where_a_dry_run_was_seen_to_create_the_rights_show_without_one(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'verify' => 'all' ] );
		$this->findings->otherwise = [ Assumption::DryRun ];

		self::assertSame( [ 'seen' ], array_unique( array_values( $this->rights() ) ) );
		$state = $this->sandbox->state();
		self::assertSame( [ [], [], [] ], [ $state['companies'], $state['individuals'], $state['contacts'] ] );

		$this->deny( 'PUT /companies/{id}' );
		self::assertSame( 'missing', $this->rights()['companies.write'] );
	}

	/** Before anything was switched on: what nearly every shop needs. */
	public function test_a_read_only_access_lacks_what_is_written_and_is_not_taken_for_good(): void {
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );

		$rights = $this->rights();

		foreach ( [
			'companies.write',
			'individuals.write',
			'contacts.write',
			'items.write',
			'invoices.write',
			'invoices.validate',
			'credit-notes.write',
			'credit-notes.validate',
		] as $written ) {
			self::assertSame( 'missing', $rights[ $written ], $written );
		}
		self::assertSame(
			[ 'seen', 'missing', 'unseen' ],
			[ $rights['companies.read'], $rights['items.read'], $rights['payments.write'] ]
		);
		self::assertSame( $rights, $this->shown( $this->rights_check->last_seen() ) );
	}

	public function test_a_dry_run_that_lacks_a_field_shows_the_right_all_the_same(): void {
		$this->sandbox->fault(
			[
				'mode'   => '422',
				'method' => 'POST',
				'path'   => '/companies',
			]
		);

		self::assertSame( 'seen', $this->rights()['companies.write'] );
	}

	public function test_rights_stay_unknown_while_sellsy_is_down(): void {
		$this->sandbox->fault(
			[
				'mode' => '500-before',
				'path' => '/taxes',
			]
		);

		self::assertSame( FailureKind::OutcomeUnknown, $this->failure( fn() => $this->account->rights() )->kind );
	}

	public function test_missing_privileges_are_named(): void {
		$this->deny( 'POST /invoices/{id}/validate' );

		$rights = $this->rights();

		self::assertSame( [ 'seen', 'missing' ], [ $rights['invoices.write'], $rights['invoices.validate'] ] );
	}

	/** Where Sellsy looks for the document first, only what it says of the person tells. */
	public function test_missing_privileges_that_no_call_shows_are_named_too(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'rights_checked' => 'last' ] );
		$this->deny( 'POST /invoices/{id}/validate' );

		$rights = $this->rights();

		self::assertSame( [ 'seen', 'missing' ], [ $rights['invoices.write'], $rights['invoices.validate'] ] );
	}

	public function test_what_one_access_was_refused_says_nothing_of_another(): void {
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );
		self::assertSame( 'missing', $this->rights()['companies.write'] );

		$this->connect( 'sandbox-modern', 'sandbox-modern-secret' );

		self::assertSame(
			[ 'unseen' ],
			array_values( array_unique( $this->shown( $this->rights_check->last_seen() ) ) )
		);
	}

	/** A process that lives for hours goes on where the owner entered other keys meanwhile. */
	public function test_what_is_known_of_one_access_does_not_hide_the_same_of_the_next(): void {
		$seen = new SeenRights( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ), $this->credentials );
		$this->credentials->save( new Credentials( 'one', 'secret' ) );
		$seen->tested( 'items.write', RightState::Missing, false );

		$this->credentials->save( new Credentials( 'another', 'secret' ) );
		$seen->tested( 'items.write', RightState::Missing, false );

		self::assertSame( [ 'items.write' => RightState::Missing ], $seen->states() );
	}

	/**
	 * Whichever Sellsy looks for first, the document or the right, a refusal in earnest is believed before an
	 * inference.
	 */
	public function test_a_refusal_in_earnest_turns_the_light_and_the_first_success_turns_it_back(): void {
		$item = [
			'type'                          => 'product',
			'name'                          => 'Vase',
			'reference'                     => 'VASE',
			'reference_price'               => '10',
			'tax_id'                        => 1,
			'is_reference_price_taxes_free' => true,
		];
		$id   = $this->client->send( ApiRequest::post( '/items', $item ) )->int( 'id' );
		$edit = fn () =>
			$this->client->send( ApiRequest::put( '/items/{id}', [ 'name' => 'Grand vase' ], [ 'id' => $id ] ) );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'rights_checked' => 'last' ] );
		$this->deny( 'PUT /items/{id}' );
		self::assertSame( 'seen', $this->rights()['items.write'], 'Inferred.' );

		$this->failure( $edit );
		self::assertSame( 'missing', $this->shown( $this->rights_check->last_seen() )['items.write'] );

		self::assertSame( 'unseen', $this->rights()['items.write'], 'No longer certain, but only inferred.' );
		self::assertSame( 'unseen', $this->rights()['items.write'], 'However often one asks.' );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => [] ] );
		$edit();
		self::assertSame( 'seen', $this->shown( $this->rights_check->last_seen() )['items.write'] );
	}

	/** A test that sees nothing of it takes nothing back: no probe shows what Sellsy does not look at beforehand. */
	public function test_what_was_done_once_stays_seen_whatever_a_test_cannot_see(): void {
		$all = [ 'credit-notes.write', 'credit-notes.validate', 'payments.write', 'estimates.write', 'api-v1' ];
		foreach (
			[
				'POST /credit-notes',
				'POST /credit-notes/{id}/validate',
				'POST /companies/{id}/payments',
				'POST /estimates',
				'v1:Document.create',
			] as $route
		) {
			$this->seen->succeeded( $route );
		}

		foreach ( $all as $name ) {
			$this->seen->tested( $name, RightState::Unseen, false );
		}
		self::assertSame( [], array_diff( $all, $this->seen->proven() ) );

		$this->seen->tested( 'payments.write', RightState::Missing, false );
		self::assertNotContains( 'payments.write', $this->seen->proven() );
	}

	public function test_a_test_that_cannot_see_a_right_says_what_was_done_with_it(): void {
		$this->sandbox->fault(
			[
				'mode'  => 'html',
				'path'  => '/credit-notes/{id}',
				'times' => 0,
			]
		);
		self::assertSame( 'unseen', $this->rights()['credit-notes.write'] );
		$this->seen->succeeded( 'POST /credit-notes' );

		self::assertSame( 'seen', $this->rights()['credit-notes.write'] );
		self::assertSame( 'seen', $this->shown( $this->rights_check->last_seen() )['credit-notes.write'] );
	}

	public function test_rights_of_other_documents_count_where_the_owner_wants_them(): void {
		$this->connect( 'sandbox-modern', 'sandbox-modern-secret' );
		$this->deny( 'POST /estimates/search', 'POST /payments/search' );
		self::assertArrayNotHasKey( 'estimates.read', $this->rights() );
		self::assertArrayNotHasKey( 'api-v1', $this->rights() );

		$this->all_documents();

		$rights = $this->rights();
		self::assertSame(
			[ 'missing', 'missing', 'missing' ],
			[ $rights['estimates.read'], $rights['payments.read'], $rights['api-v1'] ]
		);
	}

	private function all_documents(): void {
		$wanted   = array_fill_keys(
			[ 'estimate', 'order', 'proforma', 'invoice', 'creditnote', 'payments' ],
			[ 'enabled' => true ]
		);
		$settings = new OptionSettings( new SettingsArray() );
		$settings->save( ( new SettingsArray() )->merged( $settings->get(), $wanted ) );
		$this->connect(
			$this->credentials->current()->client_id ?? '',
			$this->credentials->current()->client_secret ?? ''
		);
	}

	private function deny( string ...$operations ): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => $operations ] );
	}

	/** @return array<string, string> states by name. */
	private function rights(): array {
		return $this->shown( $this->account->rights() );
	}

	/**
	 * @param list<Right> $rights
	 * @return array<string, string>
	 */
	private function shown( array $rights ): array {
		return array_combine(
			array_map( static fn ( Right $right ): string => $right->name, $rights ),
			array_map( static fn ( Right $right ): string => $right->state->value, $rights )
		);
	}

	private function failure( \Closure $work ): RemoteFailure {
		try {
			$work();
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
		self::fail( 'Nothing was thrown.' );
	}
}
