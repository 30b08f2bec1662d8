import './messages';
