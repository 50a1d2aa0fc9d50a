<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** A page that is beyond the last one, however far, is empty. */
final class PagesTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->allow_sandbox();
		$this->sign_in_as_admin();
		$keys = [
			'client_id'     => 'sandbox-client',
			'client_secret' => 'sandbox-secret',
		];
		self::assertSame( 200, $this->call( 'POST', '/connection', $keys )->get_status() );
	}

	/** @return array<string, array{string, string, string}> method, path, schema of the answer. */
	public static function lists(): array {
		return [
			'the ledger'           => [ 'GET', '/tasks', 'tasks' ],
			'remembered customers' => [ 'POST', '/customer-links/search', 'customer-links' ],
			'dry run'              => [ 'GET', '/dry-run', 'dry-run' ],
		];
	}

	#[DataProvider( 'lists' )]
	public function test_a_page_beyond_all_is_empty( string $method, string $path, string $schema ): void {
		$this->assert_ends( $method, $path, $schema );
	}

	#[Group( 'real-woocommerce' )]
	public function test_a_page_of_products_beyond_all_is_empty(): void {
		$this->assert_ends( 'GET', '/products', 'products' );
	}

	private function assert_ends( string $method, string $path, string $schema ): void {
		foreach ( [ 1000, PHP_INT_MAX ] as $page ) {
			$answer = $method === 'GET'
				? $this->call( 'GET', "$path?page=$page&per_page=20" )
				: $this->call( $method, $path, [ 'page' => $page ] );
			$rows   = $this->valid( $answer, $schema );
			self::assertSame( [], $rows['orders'] ?? $rows, (string) $page );
		}
	}
}
