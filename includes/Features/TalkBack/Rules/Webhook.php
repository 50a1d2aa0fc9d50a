<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;


/** This shop's webhook at Sellsy, as it is kept here. Its key is a secret. */
final class Webhook {

	/**
	 * @param int                     $id       at Sellsy; 0 while its creation has no answer, or failed.
	 * @param string                  $url      that Sellsy sends events to.
	 * @param string                  $key      that Sellsy signs them with; empty until its creation is sent.
	 * @param string                  $account  at Sellsy.
	 * @param string                  $address  of the shop, as `Site` says it: a copy of the shop has another one.
	 * @param \DateTimeImmutable      $tried_at when Sellsy was asked about it last.
	 * @param Obstacle|null           $obstacle why there is none.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $url,
		#[\SensitiveParameter] public readonly string $key,
		public readonly string $account,
		public readonly string $address,
		public readonly \DateTimeImmutable $tried_at,
		public readonly ?Obstacle $obstacle = null,
	) {}

	/** @param string $address that the shop has now. */
	public function of( string $address ): self {
		return $this->with( [ 'address' => $address ] );
	}

	public function with_id( int $id ): self {
		return $this->with( [ 'id' => $id ] );
	}

	public function with_key( #[\SensitiveParameter] string $key ): self {
		return $this->with( [ 'key' => $key ] );
	}

	public function tried( \DateTimeImmutable $at, ?Obstacle $obstacle ): self {
		$own = [
			'tried_at' => $at,
			'obstacle' => $obstacle,
		];
		return $this->with( $own );
	}

	/** @param array<string, mixed> $own */
	private function with( #[\SensitiveParameter] array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
