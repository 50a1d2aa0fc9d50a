/** What each page is called. */
import { __ } from '@wordpress/i18n';
import type { SectionName, Tab } from './useRoute';

export function sectionWord( name: SectionName ): string {
	switch ( name ) {
		case 'settings':
			return __( 'Settings', 'orderinvoicer' );
		case 'tools':
			return __( 'Tools', 'orderinvoicer' );
		default:
			return tabWord( name );
	}
}

export function tabWord( tab: Tab ): string {
	switch ( tab ) {
		case 'overview':
			return __( 'Overview', 'orderinvoicer' );
		case 'todo':
			return __( 'To do', 'orderinvoicer' );
		case 'history':
			return __( 'History', 'orderinvoicer' );
		case 'figures':
			return __( 'Figures', 'orderinvoicer' );
		case 'settings':
			return __( 'Essentials', 'orderinvoicer' );
		case 'connection':
			return __( 'Connection', 'orderinvoicer' );
		case 'documents':
			return __( 'Documents', 'orderinvoicer' );
		case 'payments':
			return __( 'Payments', 'orderinvoicer' );
		case 'statuses':
			return __( 'Statuses', 'orderinvoicer' );
		case 'customers':
			return __( 'Customers', 'orderinvoicer' );
		case 'products':
			return __( 'Products and stock', 'orderinvoicer' );
		case 'emails':
			return __( 'E-mails', 'orderinvoicer' );
		case 'taxes':
			return __( 'Taxes', 'orderinvoicer' );
		case 'orders':
			return __( 'Old orders', 'orderinvoicer' );
		case 'diagnostics':
			return __( 'Diagnostics', 'orderinvoicer' );
		case 'log':
			return __( 'Technical log', 'orderinvoicer' );
		case 'setup':
			return __( 'Set up step by step', 'orderinvoicer' );
	}
}
