<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** English lines for support. Context goes through an allow-list: no names, addresses, e-mails, bodies or tokens. */
interface Logger {

	/** @param array<string, string|int> $context */
	public function debug( string $message, array $context = [] ): void;

	/** @param array<string, string|int> $context */
	public function info( string $message, array $context = [] ): void;

	/**
	 * @param array<string, string|int> $context
	 * @param \Throwable|null           $error what was caught: its class alone is logged.
	 */
	public function error( string $message, array $context = [], ?\Throwable $error = null ): void;
}
