<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Sellsy\Auth\OptionLock;
use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;

final class TokensTest extends SellsyTestCase {

	public function test_one_token_serves_all_processes(): void {
		$first = $this->tokens->access_token();

		self::assertSame( $first, $this->token_provider()->access_token() );
		self::assertCount( 1, HttpGuard::requests() );
	}

	public function test_a_token_that_sellsy_revoked_is_replaced(): void {
		( new TokenStore( $this->secrets ) )->write(
			new Token(
				client_id: 'sandbox-client',
				access_token: 'revoked',
				refresh_token: '',
				expires_at: time() + 3600
			)
		);

		self::assertSame( 1, $this->account->me()['id'] );
		self::assertNotSame( 'revoked', $this->tokens->access_token() );
	}

	public function test_other_credentials_never_use_the_old_token(): void {
		$old = $this->tokens->access_token();
		$this->connect( 'sandbox-readonly', 'sandbox-readonly-secret' );

		self::assertNotSame( $old, $this->tokens->access_token() );
	}

	public function test_a_second_process_does_not_get_the_lock(): void {
		$lock  = $this->lock();
		$other = $this->lock();

		self::assertTrue( $lock->acquire() );
		self::assertFalse( $other->acquire() );
		$other->release();
		self::assertFalse( $other->acquire() );
		$lock->release();
		self::assertTrue( $other->acquire() );
	}

	public function test_a_dead_process_loses_the_lock_to_one_other(): void {
		global $wpdb;
		$wpdb->insert(
			$wpdb->options,
			[
				'option_name' => 'orderinvoicer_token_lock',
				'option_value' => ( time() - 61 ) . ':dead',
				'autoload' => 'off',
			]
		);

		self::assertTrue( $this->lock()->acquire() );
		self::assertFalse( $this->lock()->acquire() );
	}

	private function lock(): OptionLock {
		global $wpdb;
		return new OptionLock( $wpdb, new SystemClock(), new SystemRandomness() );
	}
}
