import type { SettingsForm } from '../../settings/useSettings';
import type { PageProps } from '../types';
import type { Facts } from './progress';

/** What each step gets: the page's own props, and how far the shop is. */
export type StepProps = PageProps & {
	form: SettingsForm;
	facts: Facts;
	heading: React.RefObject< HTMLHeadingElement >;
};
