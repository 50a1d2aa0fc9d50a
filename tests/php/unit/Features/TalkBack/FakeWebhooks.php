<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Seen\EventAddress;
use OrderInvoicer\Domain\Seen\Webhooks;
use OrderInvoicer\Features\TalkBack\Rules\KeptWebhook;
use OrderInvoicer\Features\TalkBack\Rules\Webhook;

/** The account's webhooks, and what the shop knows of its own. */
final class FakeWebhooks implements Webhooks, KeptWebhook, EventAddress {

	/** @var array<int, array{url: string, key: string, is_enabled: bool}> by id. */
	public array $made = [];

	/** @var list<string> what Sellsy was asked. */
	public array $asked = [];

	/** @var list<string> */
	public array $events = [ 'docslog.step', 'docslog.paymentadd' ];

	/** What the next request runs into. */
	public ?RemoteFailure $failure = null;

	/** What the access may not do. */
	public string $refuses = '';

	/** The next creation is done, but its answer is lost. */
	public bool $loses_answer = false;

	public ?Webhook $kept      = null;
	public string $url         = 'https://shop.fr/?wc-api=orderinvoicer_events';
	public string $environment = 'production';

	public function events(): array {
		$this->ask( 'events' );
		return $this->events;
	}

	public function at( string $url ): array {
		$this->ask( 'at' );
		return array_keys( array_filter( $this->made, static fn ( array $one ): bool => $one['url'] === $url ) );
	}

	public function create( string $url, #[\SensitiveParameter] string $key, array $events ): int {
		$this->ask( 'create' );
		$id                = max( [ 0, ...array_keys( $this->made ) ] ) + 1;
		$this->made[ $id ] = [
			'url'        => $url,
			'key'        => $key,
			'is_enabled' => true,
		];
		if ( $this->loses_answer ) {
			$this->loses_answer = false;
			throw new RemoteFailure( FailureKind::OutcomeUnknown );
		}
		return $id;
	}

	public function stands( int $id ): bool {
		$this->ask( 'stands' );
		return $this->made[ $id ]['is_enabled'] ?? false;
	}

	public function delete( int $id ): void {
		$this->ask( 'delete' );
		unset( $this->made[ $id ] );
	}

	public function get(): ?Webhook {
		return $this->kept;
	}

	public function keep( Webhook $webhook ): void {
		$this->kept = $webhook;
	}

	public function forget(): void {
		$this->kept = null;
	}

	public function url(): string {
		return $this->url;
	}

	public function environment(): string {
		return $this->environment;
	}

	private function ask( string $name ): void {
		$this->asked[] = $name;
		if ( $this->refuses === $name ) {
			throw new RemoteFailure( FailureKind::AccountBlocked, 403 );
		}
		if ( $this->failure !== null ) {
			throw $this->failure;
		}
	}
}
