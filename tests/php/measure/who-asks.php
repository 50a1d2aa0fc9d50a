<?php
/**
 * Before each request of `other-page.php`: the owner asks, the plugin is there or not, and what the processor did for
 * the page is noted at its end.
 */
declare( strict_types=1 );

// Filters that are there before WordPress, and a function in the place of its own.
// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals, WordPress.WP.GlobalVariablesOverride
$GLOBALS['wp_filter'] = [
	'option_active_plugins'  => [
		99 => [
			[
				'function'      => static fn ( array $plugins ): array => getenv( 'ORDERINVOICER_WITHOUT' ) === 'yes'
					? array_diff( $plugins, [ 'orderinvoicer/orderinvoicer.php' ] )
					: $plugins,
				'accepted_args' => 1,
			],
		],
	],
	'determine_current_user' => [
		99 => [
			[
				'function'      => static fn (): int => 1,
				'accepted_args' => 1,
			],
		],
	],
];
function auth_redirect(): void {}
// phpcs:enable

/** Microseconds of this process so far. */
function orderinvoicer_used(): int {
	$used = getrusage();
	return 1_000_000 * ( $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] )
		+ $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'];
}

$orderinvoicer_begun = orderinvoicer_used();
register_shutdown_function(
	static fn () => register_shutdown_function(
		static fn () => file_put_contents(
			(string) getenv( 'ORDERINVOICER_CPU_NOTE' ),
			( orderinvoicer_used() - $orderinvoicer_begun ) / 1000
		)
	)
);
