<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\ShopCodeProposal;
use OrderInvoicer\Domain\Tax\RemoteTax;
use OrderInvoicer\Persistence\OptionSettings;
use OrderInvoicer\Tests\Integration\HttpGuard;

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
		$taxes = array_column( array_map( static fn( RemoteTax $tax ): array => [ $tax->id, [ $tax->rate->to_string(), $tax->category, $tax->usable ] ], $this->account->taxes() ), 1, 0 );

		self::assertSame( [ '20', 'S', true ], $taxes[1] );
		self::assertSame( [ '5.5', 'S', true ], $taxes[3] );
		self::assertSame( [ '2.1', 'S', true ], $taxes[4] );
		self::assertSame( [ '0', 'S', false ], $taxes[5] );
		self::assertSame( [ '0', 'K', true ], $taxes[7] );
	}

	public function test_lists_hold_what_an_invoice_may_use(): void {
		self::assertNotContains( 'Tarif TTC', array_column( $this->account->rate_categories(), 'label' ) );
		self::assertContains( 'Tarif HT', array_column( $this->account->rate_categories(), 'label' ) );
		self::assertSame( [ 'id', 'label', 'currency', 'is_default' ], array_keys( $this->account->rate_categories()[0] ) );
		self::assertSame( [ 1, 2 ], array_column( $this->account->staffs(), 'id' ) );
		self::assertSame( [ 'Facture boutique en ligne', 'Facture export' ], array_column( $this->account->models(), 'label' ) );
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

	public function test_full_rights_miss_nothing_and_nothing_is_written(): void {
		self::assertSame( [], $this->account->missing_rights() );
		$state = $this->sandbox->state();
		self::assertSame( [ [], [], [] ], [ $state['companies'], $state['individuals'], $state['contacts'] ] );
	}

	public function test_missing_scopes_are_named(): void {
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );

		$missing = array_column( $this->account->missing_rights(), 'scope', 'route' );

		self::assertSame( 'items.read', $missing['POST /items/search'] );
		self::assertSame( 'companies.write', $missing['POST /companies'] );
		self::assertArrayNotHasKey( 'POST /companies/search', $missing );
	}

	public function test_a_dry_run_that_lacks_a_field_shows_the_right_all_the_same(): void {
		$this->sandbox->fault(
			[
				'mode'   => '422',
				'method' => 'POST',
				'path'   => '/companies',
			]
		);

		self::assertSame( [], $this->account->missing_rights() );
	}

	public function test_rights_stay_unknown_while_sellsy_is_down(): void {
		$this->sandbox->fault(
			[
				'mode' => '500-before',
				'path' => '/taxes',
			]
		);

		self::assertSame( FailureKind::OutcomeUnknown, $this->failure( fn() => $this->account->missing_rights() )->kind );
	}

	public function test_missing_privileges_are_named(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => [ 'POST /invoices/{id}/validate' ] ] );

		self::assertSame(
			[
				[
					'route' => 'POST /invoices/{id}/validate',
					'scope' => 'invoices.write',
				],
			],
			$this->account->missing_rights()
		);
	}

	public function test_rights_of_other_documents_count_where_the_owner_wants_them(): void {
		$this->connect( 'sandbox-modern', 'sandbox-modern-secret' );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => [ 'POST /estimates/search', 'POST /payments/search' ] ] );
		self::assertSame( [], $this->account->missing_rights() );

		$wanted   = array_fill_keys( [ 'estimate', 'proforma', 'payments' ], [ 'enabled' => true ] );
		$settings = new OptionSettings( new SettingsArray(), new ShopCodeProposal() );
		$settings->save( ( new SettingsArray() )->merged( $settings->get(), $wanted ) );
		$this->connect( 'sandbox-modern', 'sandbox-modern-secret' );

		$missing = [
			'POST /estimates/search' => 'estimates.read',
			'POST /payments/search'  => 'payments.read',
			'v1:Document.create'     => 'api-v1',
		];
		self::assertSame( $missing, array_column( $this->account->missing_rights(), 'scope', 'route' ) );
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
