<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SecretStore;
use OrderInvoicer\Features\TalkBack\Rules\KeptWebhook;
use OrderInvoicer\Features\TalkBack\Rules\Obstacle;
use OrderInvoicer\Features\TalkBack\Rules\Webhook;

/**
 * All of it is one secret, not only the key: tools that copy a shop and replace its address everywhere in the database
 * must not find the address in here. By it a copy sees that the webhook is another shop's.
 */
final class SecretWebhook implements KeptWebhook {

	private const NAME = 'webhook';

	public function __construct( private readonly SecretStore $secrets ) {}

	public function get(): ?Webhook {
		$kept = json_decode( $this->secrets->get( self::NAME ), true );
		if ( ! is_array( $kept ) ) {
			return null;
		}
		$text = static fn ( string $name ): string => is_string( $kept[ $name ] ?? null ) ? $kept[ $name ] : '';
		$int  = static fn ( string $name ): int => is_int( $kept[ $name ] ?? null ) ? $kept[ $name ] : 0;
		return new Webhook(
			id: $int( 'id' ),
			url: $text( 'url' ),
			key: $text( 'key' ),
			account: $text( 'account' ),
			address: $text( 'address' ),
			tried_at: new \DateTimeImmutable( '@' . $int( 'tried_at' ) ),
			obstacle: Obstacle::tryFrom( $text( 'obstacle' ) )
		);
	}

	public function keep( Webhook $webhook ): void {
		$kept = [
			'id'       => $webhook->id,
			'url'      => $webhook->url,
			'key'      => $webhook->key,
			'account'  => $webhook->account,
			'address'  => $webhook->address,
			'tried_at' => $webhook->tried_at->getTimestamp(),
			'obstacle' => $webhook->obstacle->value ?? '',
		];
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Throws instead of returning false.
		$this->secrets->set( self::NAME, json_encode( $kept, JSON_THROW_ON_ERROR ) );
	}

	public function forget(): void {
		$this->secrets->delete( self::NAME );
	}
}
