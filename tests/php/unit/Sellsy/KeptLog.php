<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Application\Ports\Logger;

final class KeptLog implements Logger {

	/** @var list<array{level: string, message: string, context: array<string, string|int>}> */
	public array $lines = [];

	public function debug( string $message, array $context = [] ): void {
		$this->keep( 'debug', $message, $context );
	}

	public function info( string $message, array $context = [] ): void {
		$this->keep( 'info', $message, $context );
	}

	public function error( string $message, array $context = [] ): void {
		$this->keep( 'error', $message, $context );
	}

	/** @param array<string, string|int> $context */
	private function keep( string $level, string $message, array $context ): void {
		$this->lines[] = compact( 'level', 'message', 'context' );
	}
}
