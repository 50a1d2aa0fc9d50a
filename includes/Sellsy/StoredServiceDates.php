<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WordPress\Options\FreshOptions;

/** One option, of the access with which it was seen. A refusal stays: what is switched on later needs a new access. */
final class StoredServiceDates implements ServiceDates {

	public const OPTION = 'orderinvoicer_service_dates';

	private const ON      = 'on';
	private const REFUSED = 'refused';

	private ?string $known = null;

	public function __construct(
		private readonly FreshOptions $options,
		private readonly CredentialStore $credentials,
	) {}

	public function are_on(): bool {
		return $this->state() === self::ON;
	}

	public function were_seen(): void {
		if ( $this->state() === '' ) {
			$this->store( self::ON );
		}
	}

	public function were_refused(): void {
		$this->store( self::REFUSED );
	}

	private function state(): string {
		$this->known    ??= $this->options->get( self::OPTION );
		[ $state, $access ] = explode( ' ', "$this->known " );
		return $access === $this->credentials->fingerprint() ? $state : '';
	}

	private function store( string $state ): void {
		$this->known = "$state {$this->credentials->fingerprint()}";
		$this->options->set( self::OPTION, $this->known );
	}
}
