<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\V1\V1Probe;

require_once __DIR__ . '/transients.php';

/**
 * A rate category without a currency (Sellsy: `null`) is in the account's own.
 *
 * @assumes category-with-taxes
 * @assumes currency-of-category
 */
final class RateCategoriesTest extends AdapterTestCase {

	private AccountLists $lists;

	protected function setUp(): void {
		parent::setUp();
		$identity    = new AccountIdentity( new CredentialStore( new MemorySecrets(), null ) );
		$this->lists = new AccountLists(
			$this->client,
			new AccountMapping(),
			$identity,
			new V1Probe( $this->v1 )
		);
	}

	public function test_without_a_currency_it_is_in_the_accounts(): void {
		$this->answer_list( [ self::category( 1, null ), self::category( 2, 'USD' ) ] );
		$this->answer_list( [ self::currency( 4, 'USD', false ), self::currency( 1, 'EUR', true ) ] );

		self::assertSame( [ 'EUR', 'USD' ], array_column( $this->lists->rate_categories(), 'currency' ) );
	}

	public function test_the_accounts_is_asked_for_only_where_it_is_needed(): void {
		$this->answer_list( [ self::category( 1, 'EUR' ) ] );

		$this->lists->rate_categories();

		self::assertSame( [ 'GET /rate-categories?limit=100' ], $this->routes() );
	}

	public function test_where_it_cannot_be_read_nothing_is_assumed(): void {
		$this->answer_list( [ self::category( 1, null ) ] );
		$this->answer(
			[
				'error' => [
					'code' => 403,
					'message' => 'Forbidden',
				],
			],
			403
		);
		try {
			$this->lists->rate_categories();
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( [ FailureKind::AccountBlocked, 'accounts.read' ], [ $failure->kind, $failure->scope ] );
		}
	}

	/** @return array<string, mixed> */
	private static function category( int $id, ?string $currency ): array {
		return [
			'id'             => $id,
			'label'          => "Tarif $id",
			'currency'       => $currency,
			'is_default'     => false,
			'includes_taxes' => false,
		];
	}

	/** @return array<string, mixed> */
	private static function currency( int $id, string $code, bool $is_default ): array {
		return [
			'id'         => $id,
			'code'       => $code,
			'symbol'     => $code,
			'is_default' => $is_default,
		];
	}
}
