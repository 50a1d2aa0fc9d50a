<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Account\SecretStore;

final class MemorySecrets implements SecretStore {

	/** @var array<string, string> */
	public array $values = [];

	public function get( string $name ): string {
		return $this->values[ $name ] ?? '';
	}

	public function set( string $name, string $value ): void {
		$this->values[ $name ] = $value;
	}

	public function delete( string $name ): bool {
		$existed = isset( $this->values[ $name ] );
		unset( $this->values[ $name ] );
		return $existed;
	}

	public function is_readable( string $name ): bool {
		return true;
	}
}
